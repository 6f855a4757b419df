import { type ReactNode, useId, useState } from 'react';
import type { Asked, Run } from '../../plugins/runs.ts';
import { Words } from '../code/Words.tsx';

/** Asks for a prediction before it shows what was measured. Nobody is held: the measurement opens without an answer too. */
export function Predict({ run: { predict }, children }: { readonly run: Run; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const say = (value: string) => {
    setSaid(value);
    setOpen(true);
  };
  return (
    <>
      {predict.kind === 'choice' ? (
        <Choices predict={predict} said={said} say={say} open={open} />
      ) : (
        <NumberField predict={predict} said={said} say={say} />
      )}
      <details className="run-measured" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{open ? 'What was measured' : 'Show what was measured'}</summary>
        {children}
      </details>
    </>
  );
}

interface Given {
  readonly said: string | null;
  readonly say: (value: string) => void;
}

function Choices({ predict, said, say, open }: Given & { predict: Extract<Asked, { kind: 'choice' }>; open: boolean }) {
  const name = useId();
  return (
    <fieldset className="options">
      <legend>What do you expect?</legend>
      {predict.options.map(({ says }, i) => {
        const state = !open ? '' : i === predict.shown ? 'shown' : said === String(i) ? 'missed' : '';
        return (
          <label key={says} className={`option ${state && `option--${state}`}`}>
            <input type="radio" name={name} value={i} checked={said === String(i)} onChange={() => say(String(i))} />
            <span>
              <Words text={says} />
              {state === 'shown' && <em> ✓ measured</em>}
              {state === 'missed' && <em> ✕ what you expected</em>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function NumberField({ predict, said, say }: Given & { predict: Extract<Asked, { kind: 'number' }> }) {
  const [typed, setTyped] = useState('');
  const away = said === null || predict.measured === null ? null : Math.abs(Number(said) - predict.measured);
  return (
    <form
      className="number-field script-only"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') say(typed);
      }}
    >
      <label>
        What do you expect? <input inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} size={8} />{' '}
        {predict.unit}
      </label>{' '}
      <button type="submit">Measure</button>
      {away !== null && (
        <output>
          {away <= predict.tolerance ? '✓' : '✕'} you said {said}, measured {predict.measured} {predict.unit}
        </output>
      )}
    </form>
  );
}
