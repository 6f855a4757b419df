import { hasMoved, type Move } from './growth.ts';

interface Props {
  readonly records: readonly string[];
  readonly moves: readonly Move[];
  readonly partitions: number;
  /** How many partitions there were before. */
  readonly before: number;
  readonly picked: string;
  onPick(key: string): void;
}

/** More keys than this are drawn as squares: nobody reads a thousand names. */
const mostNames = 60;

/** A lane for each partition, and in it the keys whose next record goes there. */
export function Lanes({ records, moves, partitions, before, picked, onPick }: Props) {
  const counts = new Map<string, number>();
  for (const key of records) counts.set(key, (counts.get(key) ?? 0) + 1);
  const lanes = Array.from({ length: partitions }, (_, partition) => moves.filter(({ to }) => to === partition));
  const many = moves.length > mostNames;
  return (
    <ol className="pg-lanes" aria-label="Partitions">
      {lanes.map((lane, partition) => (
        <li key={lane[0] ? `${partition} ${lane[0].to}` : partition} data-new={partition >= before}>
          <span className="pg-lane-name">
            partition {partition}
            {partition >= before && <em> new</em>}
          </span>
          <span className="pg-lane-keys">
            {many ? (
              <Squares lane={lane} partition={partition} />
            ) : (
              lane.map((move) => (
                <Chip key={move.key} move={move} times={counts.get(move.key) ?? 1} picked={move.key === picked} onPick={onPick} />
              ))
            )}
            {lane.length === 0 && <span className="pg-quiet">empty</span>}
          </span>
          <span className="pg-lane-count">{lane.reduce((sum, { key }) => sum + (counts.get(key) ?? 0), 0)}</span>
        </li>
      ))}
    </ol>
  );
}

interface ChipProps {
  readonly move: Move;
  readonly times: number;
  readonly picked: boolean;
  onPick(key: string): void;
}

function Chip({ move, times, picked, onPick }: ChipProps) {
  const moved = hasMoved(move);
  return (
    <button type="button" className="pg-chip" aria-pressed={picked} data-moved={moved} onClick={() => onPick(move.key)}>
      {moved && (
        <span className="pg-chip-from">
          <span className="pg-hidden">moved from partition </span>
          {move.from}
          <span aria-hidden="true"> → </span>
        </span>
      )}
      {move.key}
      {times > 1 && <span className="pg-chip-times"> ×{times}</span>}
    </button>
  );
}

function Squares({ lane, partition }: { readonly lane: readonly Move[]; readonly partition: number }) {
  const moved = lane.filter(hasMoved).length;
  return (
    <>
      <span className="pg-hidden">
        {lane.length} keys in partition {partition}, {moved} of them moved
      </span>
      <span className="pg-squares" aria-hidden="true">
        {lane.map((move) => (
          <i key={move.key} data-moved={hasMoved(move)} />
        ))}
      </span>
    </>
  );
}
