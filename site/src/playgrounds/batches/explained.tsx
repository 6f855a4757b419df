import { hexOf } from './bytes.ts';
import type { Field } from './field.ts';
import { meaningOf, types } from './meanings.ts';

/** One field in words, with the place where that is written down. */
export function Explained({ field, bytes }: { readonly field: Field; readonly bytes: Uint8Array }) {
  const { says, source } = meaningOf(field.id);
  const raw = [...bytes.subarray(field.from, Math.min(field.to, field.from + 24))].map(hexOf).join(' ');
  const [, record] = /^(\d+)\./.exec(field.id) ?? [];
  return (
    <div className="pg-explained" aria-live="polite">
      <h2>
        <code>{field.name}</code>
        {record && <span className="pg-quiet"> of record {record}</span>}
      </h2>
      <p className="pg-explained-value">{field.value}</p>
      <p>{says}</p>
      <p className="pg-quiet">
        {field.to - field.from === 1 ? `Byte ${field.from}` : `Bytes ${field.from} to ${field.to - 1}`}: <code>{raw}</code>
        {field.to - field.from > 24 && ' …'}. {field.type}: {types[field.type]}. Source: {source}.
      </p>
    </div>
  );
}
