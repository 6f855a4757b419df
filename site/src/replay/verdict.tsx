import type { Predicted, Prediction } from '@proving/spec';
import { judgePrediction } from '@proving/spec/plain';
import type { ReactNode } from 'react';
import { Words } from '../code/Words.tsx';
import { fieldInWords, fieldsOf, valueIn, valueInWords } from '../measured.ts';
import type { Run } from './load.ts';

interface Props {
  readonly runs: readonly Run[];
  /** Every arm, also those that are not shown: the question may be about one of them. */
  readonly all: readonly Run[];
  readonly prediction: Prediction | null;
  readonly predicted: Predicted | null;
}

/** What was measured in each arm, and the prediction beside it. */
export function Verdict({ runs, all, prediction, predicted }: Props): ReactNode {
  const fields = fieldsOf(runs.map(({ observed }) => observed));
  return (
    <div className="pg-replay-verdict">
      {fields.length === 0 ? null : (
        <div className="pg-replay-table">
          <table>
            <thead>
              <tr>
                <td />
                {runs.map(({ id, label }) => (
                  <th key={id} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <tr key={field} className={differs(runs, field) ? 'pg-replay-differs' : undefined}>
                  <th scope="row">{fieldInWords(field)}</th>
                  {runs.map(({ id, observed }) => (
                    <td key={id}>{valueInWords(valueIn(observed, field))}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {prediction ? <Judged prediction={prediction} predicted={predicted ?? { kind: 'skipped' }} all={all} /> : null}
    </div>
  );
}

function Judged({ prediction, predicted, all }: { prediction: Prediction; predicted: Predicted; all: readonly Run[] }) {
  const observations = Object.fromEntries(
    all.flatMap(({ header, observed }) => (observed === undefined ? [] : [[header.arm, observed]])),
  );
  if (observations[prediction.about] === undefined) return null;
  const { outcome, measured, said } = judgePrediction(prediction, predicted, observations);
  return (
    <dl>
      {outcome === 'skipped' ? null : (
        <div>
          <dt>you said</dt>
          <dd>
            <Words text={said ?? ''} />{' '}
            <b className={outcome === 'right' ? 'pg-replay-right' : 'pg-replay-wrong'}>
              {outcome === 'right' ? '✓ right' : '✕ not so'}
            </b>
          </dd>
        </div>
      )}
      {outcome === 'right' ? null : (
        <div>
          <dt>measured</dt>
          <dd>
            <Words text={measured} />
          </dd>
        </div>
      )}
    </dl>
  );
}

const differs = (runs: readonly Run[], field: string) =>
  new Set(runs.map(({ observed }) => JSON.stringify(valueIn(observed, field)))).size > 1;
