import type { Run } from '../../plugins/runs.ts';
import { Words } from '../code/Words.tsx';
import { MeasuredTable } from './MeasuredTable.tsx';

/** What each arm of a recorded run measured, field by field, and the trace that says so. */
export function Measured({ run, files }: { readonly run: Run; readonly files: Readonly<Record<string, string>> }) {
  const { arms, recorded, predict, measured } = run;
  return (
    <>
      <MeasuredTable arms={arms} />
      <p className="run-shown">
        Measured with “{arms.find(({ id }) => id === predict.about)?.label}”: <Words text={measured} />
      </p>
      <p className="run-source">
        Recorded {recorded.at.slice(0, 10)} on Kafka {recorded.kafka}, driver {recorded.driver}. Traces:{' '}
        {arms.map(({ id, label, ms }, i) => (
          <span key={id}>
            {i > 0 && ', '}
            <a href={files[id]} download>
              {label}
            </a>{' '}
            ({(ms / 1000).toFixed(1)} s)
          </span>
        ))}
      </p>
    </>
  );
}
