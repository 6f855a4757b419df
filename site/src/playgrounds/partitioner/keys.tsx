import { useId } from 'react';
import { samples } from './samples.ts';

interface Props {
  readonly text: string;
  readonly records: number;
  readonly keys: number;
  onChange(text: string): void;
}

/** One key a line, one line a record. */
export function Keys({ text, records, keys, onChange }: Props) {
  const id = useId();
  return (
    <div className="pg-block pg-keys">
      <div className="pg-field">
        <label htmlFor={id}>Keys: a line for each record</label>
        <textarea id={id} rows={6} spellCheck={false} value={text} onChange={(event) => onChange(event.target.value)} />
        <span className="pg-quiet pg-count" role="status">
          {count(records, 'record')}, {count(keys, 'key')}
        </span>
      </div>
      <div className="pg-options">
        {samples.map((sample) => (
          <button key={sample.title} type="button" onClick={() => onChange(sample.keys.join('\n'))}>
            {sample.title}
          </button>
        ))}
      </div>
    </div>
  );
}

const count = (n: number, noun: string) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
