import { useId } from 'react';

interface Props {
  readonly label: string;
  /** Seconds. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  onChange(value: number): void;
}

/** A length of time under the hand. */
export function Slider({ label, value, min, max, step, onChange }: Props) {
  const id = useId();
  return (
    <div className="pg-field pg-length">
      <label htmlFor={id}>
        {label}: <b>{value} s</b>
      </label>
      <input
        id={id}
        type="range"
        {...{ min, max, step, value }}
        aria-valuetext={`${value} seconds`}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}
