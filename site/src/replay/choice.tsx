import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  /** Whether more than one may be on. */
  readonly several?: boolean;
  readonly options: readonly { readonly id: string; readonly name: string; readonly on: boolean }[];
  readonly onChoose: (id: string) => void;
}

/** A few words of which one, or some, are on. */
export function Choice({ label, several = false, options, onChoose }: Props): ReactNode {
  if (options.length < 2) return null;
  return (
    <fieldset className={several ? 'pg-replay-choice pg-replay-several' : 'pg-replay-choice'}>
      <legend className="visually-hidden">{label}</legend>
      {options.map(({ id, name, on }) => (
        <button key={id} type="button" aria-pressed={on} onClick={() => onChoose(id)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
