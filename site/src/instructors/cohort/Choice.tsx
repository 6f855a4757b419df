import { useId } from 'react';

interface Props<T extends string> {
  readonly legend: string;
  readonly all: readonly T[];
  readonly chosen: T;
  onChoose(value: T): void;
}

/** One of a few, in one line. */
export function Choice<T extends string>({ legend, all, chosen, onChoose }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="line-choice">
      <legend>{legend}</legend>
      {all.map((value) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{value}</span>
        </label>
      ))}
    </fieldset>
  );
}
