import type { Predicted, Prediction } from '@proving/spec';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { Run, Source } from './load.ts';
import { Predict } from './predict.tsx';
import './css/player.css';
import './css/predict.css';
import './css/controls.css';
import './css/arms.css';
import './css/verdict.css';
import './css/figures.css';
import type { Stage } from './stage.tsx';

export interface ReplayProps {
  readonly title: string;
  readonly arms: readonly { readonly id: string; readonly label: string; readonly trace: string }[];
  readonly predict: Prediction | null;
  /** The question that is predicted: the card's `ask`. */
  readonly ask?: string;
  /** Told what was predicted, once; also that it was skipped. */
  readonly onPredict?: (predicted: Predicted) => void;
  /** The page around it says the title already: it is only said to who cannot see it. */
  readonly untitled?: boolean;
  /** The end state, shown before play and where there is no JavaScript. Under a question it would tell the answer, and is covered. */
  readonly children?: ReactNode;
}

type Shown =
  | { readonly at: 'before' }
  | { readonly at: 'loading' }
  | {
      readonly at: 'open';
      readonly runs: readonly Run[];
      readonly theirs: boolean;
      readonly Stage: typeof Stage;
    }
  | { readonly at: 'broken'; readonly because: string };

/** Replays the recorded runs of an experiment, arm beside arm; or the runs of a trace file that is dropped on it. */
export default function Replay({ title, arms, predict, ask, untitled = false, onPredict, children }: ReplayProps): ReactNode {
  const [shown, setShown] = useState<Shown>({ at: 'before' });
  const [predicted, setPredicted] = useState<Predicted | null>(null);
  const [over, setOver] = useState(false);
  const root = useRef<HTMLElement>(null);
  const newest = useRef(0);

  const show = async (sources: readonly Source[], theirs: boolean) => {
    newest.current += 1;
    const mine = newest.current;
    // What was pressed goes away; who works with the keyboard stays in this place.
    root.current?.focus({ preventScroll: true });
    setShown({ at: 'loading' });
    const next = await opened(sources, theirs);
    // Of two that were asked for one after the other the second is shown, whichever comes first.
    if (mine === newest.current) setShown(next);
  };
  const start = () => show(arms, false);
  const files = (all: FileList | null) => {
    const sources = [...(all ?? [])].map((trace, i) => ({ id: `${i} ${trace.name}`, label: '', trace }));
    if (sources.length > 0) void show(sources, true);
  };
  const back = () => {
    if (predict === null || predicted !== null) return void start();
    root.current?.focus({ preventScroll: true });
    setShown({ at: 'before' });
  };

  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    files(event.dataTransfer.files);
  };
  const asks = predict !== null && predicted === null && !(shown.at === 'open' && shown.theirs);

  return (
    <section
      className={over ? 'pg-replay pg-replay-over' : 'pg-replay'}
      ref={root}
      tabIndex={-1}
      aria-label={`Replay: ${title}`}
      aria-busy={shown.at === 'loading'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={dropped}
    >
      {shown.at === 'open' && shown.theirs ? (
        <h3 className="pg-replay-title">{titleOf(shown.runs)}</h3>
      ) : untitled ? null : (
        <h3 className="pg-replay-title">{title}</h3>
      )}
      {shown.at === 'broken' ? (
        <p className="pg-replay-broken" role="alert">
          {shown.because}
        </p>
      ) : null}
      {shown.at === 'open' && !asks ? (
        <shown.Stage
          key={shown.runs.map(({ id }) => id).join()}
          all={shown.runs}
          prediction={shown.theirs ? null : predict}
          predicted={predicted}
        />
      ) : (
        <>
          {children ? <div className={asks ? 'pg-replay-end pg-replay-covered' : 'pg-replay-end'}>{children}</div> : null}
          {asks && predict ? (
            <Predict
              prediction={predict}
              ask={ask}
              onPredict={(said) => {
                setPredicted(said);
                onPredict?.(said);
                void start();
              }}
            />
          ) : (
            <button
              type="button"
              className="pg-replay-go pg-replay-needs-script"
              disabled={shown.at === 'loading'}
              onClick={() => void start()}
            >
              {shown.at === 'loading' ? 'Reading the run …' : 'Play the recorded run'}
            </button>
          )}
        </>
      )}
      <Own theirs={shown.at === 'open' && shown.theirs} onFiles={files} onBack={back} />
    </section>
  );
}

const most = 8;

async function opened(sources: readonly Source[], theirs: boolean): Promise<Shown> {
  try {
    if (sources.length > most) throw new Error(`${sources.length} files at once are more than can be compared; at most ${most}.`);
    // A page is read before a run is played: the figures come with the first one.
    const { load, Stage } = await import('./play.ts');
    return { at: 'open', runs: await Promise.all(sources.map(load)), theirs, Stage };
  } catch (thrown) {
    return { at: 'broken', because: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

const titleOf = (runs: readonly Run[]) =>
  `Your run: ${[...new Set(runs.map(({ header }) => `${header.lesson}, ${header.experiment}`))].join('; ')}`;

interface OwnProps {
  readonly theirs: boolean;
  readonly onFiles: (files: FileList | null) => void;
  readonly onBack: () => void;
}

/** A learner's own trace: by the button, or dropped anywhere on the player. It stays in the browser. */
function Own({ theirs, onFiles, onBack }: OwnProps) {
  return (
    <p className="pg-replay-own pg-replay-needs-script">
      <label>
        <input
          type="file"
          accept=".jsonl"
          multiple
          className="visually-hidden"
          onChange={({ currentTarget }) => {
            onFiles(currentTarget.files);
            // The same file once more, mended, is a choice too.
            currentTarget.value = '';
          }}
        />
        <span className="pg-replay-link">Open a trace of your own</span>
      </label>
      {' or drop it here; it stays in your browser. '}
      {theirs ? (
        <button type="button" className="pg-replay-quiet" onClick={onBack}>
          Back to the recorded run
        </button>
      ) : null}
    </p>
  );
}
