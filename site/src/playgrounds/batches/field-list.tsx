import { useRef } from 'react';
import type { Field } from './field.ts';

interface Props {
  readonly fields: readonly Field[];
  readonly picked: string;
  onPick(id: string): void;
}

const mostFields = 240;

/** All fields in order; arrow keys go from one to the next. */
export function FieldList({ fields, picked, onPick }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const shown = fields.slice(0, mostFields);
  const go = (to: number) => {
    const next = shown[to];
    if (!next) return;
    onPick(next.id);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  const at = shown.findIndex(({ id }) => id === picked);
  return (
    <ul
      className="pg-fields"
      ref={list}
      aria-label="Fields"
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        go(at + step);
      }}
    >
      {shown.map(({ id, name, value, kind }) => (
        <li key={id} data-record={headOf(id)}>
          <button
            type="button"
            data-kind={kind}
            aria-pressed={id === picked}
            tabIndex={id === picked ? 0 : -1}
            onClick={() => onPick(id)}
          >
            <span>{name}</span>
            <span>{value}</span>
          </button>
        </li>
      ))}
      {fields.length > mostFields && <li className="pg-quiet">and {fields.length - mostFields} more</li>}
    </ul>
  );
}

/** Where a record begins, its number stands beside the list. */
const headOf = (id: string) => (id.endsWith('.length') ? `record ${id.split('.')[0]}` : undefined);
