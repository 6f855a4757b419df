import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  onChange(value: number): void;
}

/** A whole number with a button on each side; typed values are held within the range. A button at its end keeps the focus. */
export function NumberField({ label, value, min, max, onChange }: Props) {
  const id = useId();
  const change = (to: number) => {
    if (Number.isInteger(to)) onChange(Math.min(max, Math.max(min, to)));
  };
  return (
    <div className="pg-field">
      <label htmlFor={id}>{label}</label>
      <div className="pg-number">
        <button type="button" aria-label={`${label}: one less`} aria-disabled={value <= min} onClick={() => change(value - 1)}>
          −
        </button>
        <input id={id} type="number" min={min} max={max} value={value} onChange={(event) => change(event.target.valueAsNumber)} />
        <button type="button" aria-label={`${label}: one more`} aria-disabled={value >= max} onClick={() => change(value + 1)}>
          +
        </button>
      </div>
    </div>
  );
}
