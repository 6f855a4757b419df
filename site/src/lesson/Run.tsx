import useBrokenLinks from '@docusaurus/useBrokenLinks';
import type { Predicted } from '@proving/spec';
import { judgePrediction } from '@proving/spec/plain';
import type { Run as Recorded } from '../../plugins/runs.ts';
import { Words } from '../code/Words.tsx';
import { useCourse } from '../course.ts';
import Replay from '../replay/index.tsx';
import { keep } from '../store/keep.ts';
import { Measured } from './Measured.tsx';
import './run.css';

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
  const { version } = useCourse();
  const keepPrediction = (predicted: Predicted) => {
    const observed = Object.fromEntries(arms.map((arm) => [arm.id, arm.observed]));
    keep({ kind: 'prediction', lesson, experiment, ...judgePrediction(predict, predicted, observed) }, version);
  };
  return (
    <section className="run" id={experiment} aria-label={`Experiment: ${title}`}>
      <Question ask={ask} predict={predict} />
      <Replay
        title={title}
        arms={arms.map(({ id, label }) => ({ id, label, trace: files[id] ?? '' }))}
        predict={predict}
        ask={ask}
        onPredict={keepPrediction}
      >
        <Measured run={recorded} files={files} />
      </Replay>
      <p className="run-foot">
        Run it yourself: <code>pnpm lesson {`${lesson.slice(0, 2)}.${step}`}</code>
      </p>
    </section>
  );
}

/** The question and its answers for who reads without JavaScript; the player asks it otherwise. */
function Question({ ask, predict }: Pick<Recorded, 'ask' | 'predict'>) {
  return (
    <div className="script-off">
      <p className="run-ask">
        <Words text={ask} />
      </p>
      {predict.kind === 'choice' && (
        <ul>
          {predict.options.map(({ says }) => (
            <li key={says}>
              <Words text={says} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
