import type { MatrixRow } from '@proving/replay';
import { useId } from 'react';

interface Props {
  readonly rows: readonly MatrixRow[];
  readonly value: MatrixRow;
  /** `AVRO int-to-long` */
  onChange(change: string): void;
}

/** One of the changes, by format. */
export function Pick({ rows, value, onChange }: Props) {
  const id = useId();
  const formats = [...new Set(rows.map(({ format }) => format))];
  return (
    <div className="pg-field">
      <label htmlFor={id}>What is changed</label>
      <select id={id} value={`${value.format} ${value.change}`} onChange={(event) => onChange(event.target.value)}>
        {formats.map((format) => (
          <optgroup key={format} label={formatNames[format]}>
            {rows
              .filter((row) => row.format === format)
              .map((row) => (
                <option key={row.change} value={`${format} ${row.change}`}>
                  {row.says}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** How people call the formats. */
export const formatNames = { AVRO: 'Avro', JSON: 'JSON Schema' } as const;
