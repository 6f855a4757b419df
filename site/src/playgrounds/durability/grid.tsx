import type { Cell, Silence } from './durability.tsx';
import { allAcks, outcomeOf } from './outcome.ts';
import { situationOf } from './situation.ts';
import { answers, fates, toneOf } from './words.ts';

interface Props {
  readonly replicas: number;
  readonly minInsync: number;
  readonly silence: Silence;
  readonly picked: Cell;
  onPick(cell: Cell): void;
}

/** The table of one min.insync.replicas: a row for each acks, a column for each number of silent followers. */
export function Grid({ replicas, minInsync, silence, picked, onPick }: Props) {
  const columns = Array.from({ length: replicas }, (_, silent) => silent);
  return (
    <table className="pg-grid">
      <caption>
        <code>min.insync.replicas={minInsync}</code>
        <span>{spare(replicas, minInsync)}</span>
      </caption>
      <thead>
        <tr>
          <td />
          {columns.map((silent) => (
            <th key={silent} scope="col">
              {silent === 0 ? (replicas === 1 ? 'it runs' : 'all run') : `${silent} ${silence === 'gone' ? 'down' : 'frozen'}`}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {allAcks.map((acks) => (
          <tr key={acks}>
            <th scope="row">
              acks
              <wbr />={acks}
            </th>
            {columns.map((silent) => {
              const cell = { minInsync, acks, silent };
              const outcome = outcomeOf(situationOf(replicas, silence, cell));
              const same = picked.minInsync === minInsync && picked.acks === acks && picked.silent === silent;
              return (
                <td key={silent}>
                  <button type="button" aria-pressed={same} data-tone={toneOf(outcome)} onClick={() => onPick(cell)}>
                    <span className="pg-answer">
                      <span aria-hidden="true">{answers[outcome.answer].glyph}</span> {answers[outcome.answer].word}
                    </span>
                    <span className="pg-fate">{fates[outcome.fate]}</span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function spare(replicas: number, minInsync: number): string {
  return `with acks=all: ${replicas} − ${minInsync} = ${replicas - minInsync} may be down and sends go on; ${minInsync} − 1 = ${minInsync - 1} may be lost for good`;
}
