import { hexOf } from './bytes.ts';
import type { Field } from './field.ts';

interface Props {
  readonly bytes: Uint8Array;
  readonly fields: readonly Field[];
  readonly picked: string;
  onPick(id: string): void;
  /** Null: the mouse has left. */
  onSee(id: string | null): void;
}

/** A longer batch is cut here: the fields of the first records tell it all. */
const mostBytes = 1_024;

/** The bytes, each in the colour of its field. For the eye and the mouse; the list of fields has the same for keyboard and ear. */
export function HexView({ bytes, fields, picked, onPick, onSee }: Props) {
  const cells = cellsOf(bytes, fields).slice(0, mostBytes);
  return (
    <div>
      <div className="pg-hex" aria-hidden="true" onMouseLeave={() => onSee(null)}>
        {cells.map(({ at, field, byte }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: hidden from keyboard and ear, which have the list of fields
          <i
            key={`byte ${at}`}
            data-kind={field?.kind ?? 'left'}
            data-picked={field?.id === picked}
            data-first={field?.from === at}
            onMouseEnter={() => field && onSee(field.id)}
            onPointerDown={() => field && onPick(field.id)}
          >
            {hexOf(byte)}
          </i>
        ))}
      </div>
      <p className="pg-legend-kinds">
        {kinds.map(([kind, says]) => (
          <span key={kind} data-kind={kind}>
            {says}
          </span>
        ))}
      </p>
      {bytes.length > mostBytes && <p className="pg-quiet">and {(bytes.length - mostBytes).toLocaleString('en')} bytes more</p>}
    </div>
  );
}

const kinds = [
  ['place', 'place in the log'],
  ['check', 'checksum'],
  ['time', 'time'],
  ['value', 'keys, values, headers'],
  ['shape', 'lengths, counts, producer'],
] as const;

interface Cell {
  readonly at: number;
  readonly byte: number;
  /** Undefined where the parser did not come. */
  readonly field: Field | undefined;
}

function cellsOf(bytes: Uint8Array, fields: readonly Field[]): readonly Cell[] {
  const fieldAt = fields.flatMap((field) => Array<Field>(field.to - field.from).fill(field));
  return Array.from(bytes, (byte, at) => ({ at, byte, field: fieldAt[at] }));
}
