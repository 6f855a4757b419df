import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { Run as Recorded } from '../../plugins/runs.ts';
import Replay from '../replay/index.tsx';
import { Measured } from './Measured.tsx';

interface Props {
  readonly run: string;
  /** The address of each arm's trace. */
  readonly files: Readonly<Record<string, string>>;
}

/** An experiment on a page: the question first, then its recorded run, played; without JavaScript, what the run measured. */
export function Run({ run, files }: Props) {
  const recorded = JSON.parse(run) as Recorded;
  const { lesson, step, experiment, title, ask, predict, arms } = recorded;
  useBrokenLinks().collectAnchor(experiment);
  return (
    <section className="run" id={experiment} aria-label={`Experiment: ${title}`}>
      <Replay title={title} arms={arms.map(({ id, label }) => ({ id, label, trace: files[id] ?? '' }))} predict={predict} ask={ask}>
        <Measured run={recorded} files={files} />
      </Replay>
      <p className="run-foot">
        Run it yourself: <code>pnpm lesson {`${lesson.slice(0, 2)}.${step}`}</code>
      </p>
    </section>
  );
}
