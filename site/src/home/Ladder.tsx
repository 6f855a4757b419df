import type { Scene } from '../../plugins/data/film.ts';
import './ladder.css';

interface Props {
  readonly label: string;
  readonly scene: Scene;
  /** Records that were promised and are nowhere any more; null while it is not measured. */
  readonly lost: number | null;
  /** The longest that a replica's log becomes, so that nothing jumps. */
  readonly longest: number;
}

const cell = { step: 9, width: 7, height: 15 };
const left = 110;
const rowHeight = 25;

/** The replicas of one partition: what each of them holds, and what it means for what was promised. */
export function Ladder({ label, scene, lost, longest }: Props) {
  const { replicas, highWatermark, acknowledged } = scene;
  const width = left + longest * cell.step + 36;
  const alone = replicas.findIndex(({ logEnd }) => (logEnd ?? 0) > highWatermark);
  // What is said of a row's last records stands under them, or above.
  const beside = alone === replicas.length - 1 ? alone - 1 : alone + 1;
  const fate = fateOf(acknowledged > highWatermark, lost);
  return (
    <svg className="ladder" viewBox={`0 0 ${width} ${replicas.length * rowHeight}`} role="img" aria-label={inWords(label, scene)}>
      {replicas.map(({ broker, role, state, logEnd }, row) => (
        <g key={broker} className={`ladder-row ladder-row--${state}`} transform={`translate(0 ${row * rowHeight})`}>
          <text y={14}>
            {marks[state] ?? (role === 'leader' ? '●' : '○')} broker {broker}
          </text>
          {state !== 'up' && (
            <text x={67} y={14} className="ladder-state">
              {state}
            </text>
          )}
          {Array.from({ length: logEnd ?? 0 }, (_, offset) => offset).map((offset) => (
            <rect
              key={offset}
              x={left + offset * cell.step}
              y={3}
              width={cell.width}
              height={cell.height}
              className={offset < highWatermark ? 'ladder-record' : `ladder-record ladder-record--${fate.kind}`}
            />
          ))}
          <text x={left + (logEnd ?? 0) * cell.step + 5} y={14} className="ladder-end">
            {logEnd}
          </text>
        </g>
      ))}
      {alone !== -1 && (
        <text
          x={left + highWatermark * cell.step + 22}
          y={beside * rowHeight + 14}
          className={`ladder-fate ladder-fate--${fate.kind}`}
        >
          {fate.says}
        </text>
      )}
    </svg>
  );
}

const marks: Readonly<Partial<Record<Scene['replicas'][number]['state'], string>>> = { killed: '✕', stopped: '✕' };

function fateOf(promised: boolean, lost: number | null): { readonly kind: string; readonly says: string } {
  if (lost !== null && lost > 0) return { kind: 'lost', says: 'promised, and gone' };
  if (lost !== null) return { kind: 'open', says: 'never promised' };
  return promised ? { kind: 'promised', says: 'promised: one copy' } : { kind: 'open', says: 'not promised' };
}

const inWords = (label: string, { replicas, highWatermark }: Scene) =>
  `${label}: ${replicas
    .map(({ broker, role, state, logEnd }) => `broker ${broker}, ${state === 'up' ? role : state}, holds ${logEnd ?? 'unknown'}`)
    .join('; ')}; ${highWatermark} on every replica in sync.`;
