import { askedOf, type Direction, directions, type MatrixRow, type Passes, type SchemaMatrix } from '@proving/replay';
import './matrix.css';

interface Props {
  readonly matrix: SchemaMatrix;
  /** What is looked at: a change, and the direction of a level. */
  readonly picked?: { readonly row: MatrixRow; readonly direction: Direction | null };
  onPick?(row: MatrixRow): void;
}

/** Changes of a schema against the levels of a registry: the same figure as in the terminal. */
export function Matrix({ matrix, picked, onPick }: Props) {
  return (
    <div className="schema-matrix">
      <table>
        <caption>What the registry takes</caption>
        <thead>
          <tr>
            <th scope="col">change</th>
            {directions.map((direction) => (
              <th scope="col" key={direction}>
                {direction}
              </th>
            ))}
            <th scope="col">first</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={`${row.format} ${row.change}`} aria-current={row === picked?.row ? 'true' : undefined}>
              <th scope="row">
                {onPick ? (
                  <button type="button" onClick={() => onPick(row)}>
                    {row.says}
                  </button>
                ) : (
                  row.says
                )}
              </th>
              {directions.map((direction) => (
                <td
                  key={direction}
                  data-passes={row.cells[direction]}
                  data-looked={row === picked?.row && direction === picked.direction}
                >
                  <span aria-hidden="true">{marks[row.cells[direction]]}</span>
                  <span className="schema-matrix-aloud">{words[row.cells[direction]]}</span>
                </td>
              ))}
              <td>{row.first}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        ✓ passes, with TRANSITIVE too. <i>latest</i>: passes where only the latest version is compared. ✕ is refused.{' '}
        {askedOf(matrix)}
      </p>
    </div>
  );
}

const marks: Readonly<Record<Passes, string>> = { always: '✓', latest: 'latest', never: '✕' };
const words: Readonly<Record<Passes, string>> = {
  always: 'passes',
  latest: 'passes, but not with TRANSITIVE',
  never: 'is refused',
};
