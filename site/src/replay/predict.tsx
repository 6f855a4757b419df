import type { Predicted, Prediction } from '@proving/spec';
import { type ReactNode, type SubmitEvent, useId, useState } from 'react';
import { Words } from '../code/Words.tsx';

interface Props {
  readonly prediction: Prediction;
  readonly ask: string | undefined;
  readonly onPredict: (predicted: Predicted) => void;
}

/** The question before the run: an answer first, then the run is shown. */
export function Predict({ prediction, ask, onPredict }: Props): ReactNode {
  const name = useId();
  const [chosen, setChosen] = useState<string>('');
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (chosen === '') return;
    onPredict(
      prediction.kind === 'choice' ? { kind: 'choice', option: Number(chosen) } : { kind: 'number', value: Number(chosen) },
    );
  };
  return (
    <form className="pg-replay-predict" onSubmit={submit}>
      <fieldset>
        <legend>
          <Words text={ask ?? 'Your prediction first: what will be measured?'} />
        </legend>
        {prediction.kind === 'choice' ? (
          prediction.options.map((option, i) => (
            <label key={option.says}>
              <input type="radio" name={name} value={i} checked={chosen === String(i)} onChange={() => setChosen(String(i))} />
              <span>
                <Words text={option.says} />
              </span>
            </label>
          ))
        ) : (
          <label>
            <input
              type="number"
              step="any"
              required
              value={chosen}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            />
            <span>{prediction.unit || prediction.field}</span>
          </label>
        )}
      </fieldset>
      <p>
        <button type="submit" className="pg-replay-go" disabled={chosen === ''}>
          Watch what happened
        </button>
        <button type="button" className="pg-replay-quiet" onClick={() => onPredict({ kind: 'skipped' })}>
          Watch without a prediction
        </button>
      </p>
    </form>
  );
}
