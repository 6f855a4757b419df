import Link from '@docusaurus/Link';
import type { HomeData } from '../../plugins/data/home.ts';
import Replay from '../replay/index.tsx';
import { Ladder } from './Ladder.tsx';

interface Props {
  readonly data: HomeData;
  /** The address of each arm's trace. */
  readonly files: Readonly<Record<string, string>>;
}

/** The end of the course's best-known experiment, drawn from its two recorded traces, which can be played. */
export function LeaderDies({ data: { run, ends }, files }: Props) {
  return (
    <figure className="leader-dies" aria-label={`Recorded experiment: ${run.title}`}>
      <figcaption>Twenty orders, the last ten sent while both followers stood still. One setting differs.</figcaption>
      <Replay title={run.title} arms={run.arms.map(({ id, label }) => ({ id, label, trace: files[id] ?? '' }))} predict={null}>
        <div className="leader-dies-arms">
          {ends.map((end) => (
            <Ladder key={end.arm.id} end={end} />
          ))}
        </div>
      </Replay>
      <p className="leader-dies-foot">
        Measured on Kafka {run.recorded.kafka}, {run.recorded.at.slice(0, 10)}.{' '}
        <Link to={`/lessons/${run.lesson}#${run.experiment}`}>What would you have expected?</Link>
      </p>
    </figure>
  );
}
