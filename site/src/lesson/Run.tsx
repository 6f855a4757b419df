import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { Run as Recorded } from '../../plugins/runs.ts';
import { Words } from '../code/Words.tsx';
import { Measured } from './Measured.tsx';
import { Predict } from './Predict.tsx';

interface Props {
  readonly run: string;
  /** The address of each arm's trace. */
  readonly files: Readonly<Record<string, string>>;
}

/** An experiment on a page: the question first, then what the recorded run measured. Complete without JavaScript. */
export function Run({ run, files }: Props) {
  const recorded = JSON.parse(run) as Recorded;
  const { lesson, step, experiment, title, ask } = recorded;
  useBrokenLinks().collectAnchor(experiment);
  const number = lesson.slice(0, 2);
  return (
    <section className="run" id={experiment} aria-label={`Experiment: ${title}`}>
      <p className="run-head">
        <span className="run-kind">Experiment</span> <b>{title}</b>
      </p>
      <p className="run-ask">
        <Words text={ask} />
      </p>
      <Predict run={recorded}>
        <Measured run={recorded} files={files} />
      </Predict>
      <p className="run-foot">
        Run it yourself: <code>pnpm lesson {`${number}.${step}`}</code>
      </p>
    </section>
  );
}
