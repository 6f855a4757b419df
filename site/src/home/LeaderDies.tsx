import Link from '@docusaurus/Link';
import type { HomeData } from '../../plugins/data/home.ts';
import { Ladder } from './Ladder.tsx';

/** The end of the course's best-known experiment, drawn from its two recorded traces. */
export function LeaderDies({ data: { run, ends } }: { readonly data: HomeData }) {
  return (
    <figure className="leader-dies" aria-label={`Recorded experiment: ${run.title}`}>
      <figcaption>
        <b>The leader says “ok” and dies.</b> Twenty orders, the last ten while both followers stood still. One setting differs.
      </figcaption>
      <div className="leader-dies-arms">
        {ends.map((end) => (
          <Ladder key={end.arm.id} end={end} />
        ))}
      </div>
      <p className="leader-dies-foot">
        Measured on Kafka {run.recorded.kafka}, {run.recorded.at.slice(0, 10)}.{' '}
        <Link to={`/lessons/${run.lesson}#${run.experiment}`}>What would you have expected?</Link>
      </p>
    </figure>
  );
}
