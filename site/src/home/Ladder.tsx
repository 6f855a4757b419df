import type { ArmEnd } from '../../plugins/data/home.ts';
import './ladder.css';

const cell = { width: 8, height: 16, gap: 2 };
const left = 84;

/** The replicas of one partition after an arm: what each has, and what was acknowledged and is nowhere any more. */
export function Ladder({ end: { arm, brokers, partition, reached } }: { readonly end: ArmEnd }) {
  const observed = arm.observed as { readonly acknowledged: number; readonly lost: number };
  const rows = partition.replicas.toSorted((a, b) => a.broker - b.broker);
  const longest = Math.max(...Object.values(reached), observed.acknowledged);
  const width = left + longest * (cell.width + cell.gap) + 40;
  const kept = partition.highWatermark ?? 0;
  const deadRow = rows.findIndex(({ broker }) => stateOf(broker, brokers) === 'killed');
  const labelRow = deadRow === rows.length - 1 ? deadRow - 1 : deadRow + 1;
  const says = rows.map(({ broker, role, logEnd }) => `broker ${broker} ${stateOf(broker, brokers) ?? role}, log end ${logEnd}`);
  return (
    <div className={`ladder ladder--${arm.id}`}>
      <p className="ladder-arm">
        <code>{arm.label}</code>
      </p>
      <svg viewBox={`0 0 ${width} ${rows.length * 28 + 6}`} role="img" aria-label={`${arm.label}: ${says.join('; ')}`}>
        {rows.map(({ broker, role }, row) => {
          const dead = stateOf(broker, brokers) === 'killed';
          const has = reached[broker] ?? 0;
          const y = row * 28 + 6;
          return (
            <g key={broker} className={dead ? 'ladder-row ladder-row--dead' : 'ladder-row'}>
              <text x={0} y={y + 13}>
                {dead ? '✕' : role === 'leader' ? '●' : '○'} broker {broker}
              </text>
              {Array.from({ length: has }, (_, i) => i).map((offset) => (
                <rect
                  key={offset}
                  x={left + offset * (cell.width + cell.gap)}
                  y={y}
                  width={cell.width}
                  height={cell.height}
                  className={
                    offset < kept ? 'record' : offset < observed.acknowledged ? 'record record--lost' : 'record record--refused'
                  }
                />
              ))}
              <text x={left + has * (cell.width + cell.gap) + 6} y={y + 13} className="ladder-end">
                {has}
              </text>
            </g>
          );
        })}
        {deadRow !== -1 && (
          <text
            x={left + kept * (cell.width + cell.gap) + 34}
            y={labelRow * 28 + 19}
            className={observed.lost > 0 ? 'ladder-label ladder-label--lost' : 'ladder-label'}
          >
            {observed.lost > 0 ? 'promised, and gone' : 'never promised'}
          </text>
        )}
      </svg>
      <dl className="ladder-sums">
        <div>
          <dt>acknowledged</dt>
          <dd>{observed.acknowledged}</dd>
        </div>
        <div className={observed.lost > 0 ? 'ladder-lost' : ''}>
          <dt>of these lost</dt>
          <dd>{observed.lost}</dd>
        </div>
      </dl>
    </div>
  );
}

const stateOf = (broker: number, brokers: ArmEnd['brokers']) => {
  const state = brokers.find((each) => each.broker === broker)?.state;
  return state === 'up' ? undefined : state;
};
