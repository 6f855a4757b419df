import { useId } from 'react';

interface Props<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly says: string }[];
  readonly value: T;
  readonly onChange: (value: NoInfer<T>) => void;
}

/** One of a few, all of them in view; arrow keys move between them, as in any group of radio buttons. */
export function Choice<T extends string>({ label, options, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <fieldset className="pg-choice">
      <legend>{label}</legend>
      <div className="pg-options">
        {options.map((option) => (
          <label key={option.value} data-chosen={option.value === value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.says}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
