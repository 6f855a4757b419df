import { eventsAt, type Lens, type Player, seconds, tapeOf, timeOf } from '@proving/replay';
import type { Predicted, Prediction } from '@proving/spec';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Arm } from './arm.tsx';
import { Choice } from './choice.tsx';
import { Controls } from './controls.tsx';
import { legends, lensesFor, lensNames } from './lenses.tsx';
import type { Run } from './load.ts';
import { Transcript } from './transcript.tsx';
import { reducedMotion, usePlayer } from './use-player.ts';
import { Verdict } from './verdict.tsx';

interface Props {
  readonly all: readonly Run[];
  readonly prediction: Prediction | null;
  readonly predicted: Predicted | null;
}

/** The runs beside each other, and the one line that moves them. */
export function Stage({ all, prediction, predicted }: Props): ReactNode {
  const [ids, setIds] = useState<readonly string[]>(() => beside(all, prediction?.about).map(({ id }) => id));
  const runs = useMemo(() => all.filter(({ id }) => ids.includes(id)), [all, ids]);
  const tape = useMemo(() => tapeOf(runs.map(({ reel }) => reel.events)), [runs]);
  const lenses = useMemo(() => lensesFor(runs), [runs]);
  const [wanted, setWanted] = useState<Lens | null>(null);
  const lens = wanted && lenses.includes(wanted) ? wanted : (lenses[0] ?? 'lanes');
  const [player, act] = usePlayer(tape);
  const root = useRef<HTMLFieldSetElement>(null);

  useEffect(() => {
    // What was pressed to come here is gone.
    root.current?.querySelector<HTMLElement>('.pg-replay-play')?.focus({ preventScroll: true });
    // Who asked for less motion starts it by hand, or steps.
    if (!reducedMotion()) act({ act: 'play' });
  }, [act]);

  const t = shownTime(tape, player);
  const counts = eventsAt(tape, player.position);
  const until = Math.max(1, ...runs.map((run) => run.until));
  const over = player.position >= tape.moments.length;
  const said = saidAt(runs, counts, tape.moments[player.position - 1]?.run);
  const seek = useCallback(
    (time: number) => act({ act: 'seek', to: tape.moments.filter((moment) => moment.t <= time).length }),
    [act, tape],
  );
  const choose = (next: readonly string[]) => {
    const now = all.filter(({ id }) => next.includes(id));
    const moments = tapeOf(now.map(({ reel }) => reel.events)).moments;
    setIds(next);
    act({ act: 'seek', to: over ? moments.length : moments.filter((moment) => moment.t <= t).length });
  };

  return (
    <fieldset
      className="pg-replay-stage"
      aria-label="Player"
      ref={root}
      onKeyDown={(event) => keyed(event, tape.moments.length, act)}
    >
      <div className="pg-replay-choices">
        <Choice
          label="What to look at"
          options={lenses.map((each) => ({ id: each, name: lensNames[each], on: each === lens }))}
          onChoose={(id) => setWanted(id as Lens)}
        />
        {all.length > 1 ? (
          <Choice
            label="Which arms"
            several
            options={all.map(({ id, label }) => ({ id, name: label, on: ids.includes(id) }))}
            onChoose={(id) => {
              const next = ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
              if (next.length > 0) choose(next);
            }}
          />
        ) : null}
      </div>
      <Controls {...{ tape, runs, player, act, t, said }} />
      <div className="pg-replay-arms">
        {runs.map((run, i) => (
          <Arm key={run.id} events={counts[i] ?? 0} {...{ run, runs, lens, t, until }} />
        ))}
      </div>
      <p className="pg-replay-legend">{legends[lens]}</p>
      <p className="visually-hidden" aria-live="polite">
        {player.playing || player.position === 0 ? '' : `${seconds(t)}: ${said}`}
      </p>
      {over ? <Verdict {...{ runs, all, prediction, predicted }} /> : null}
      <Transcript runs={runs} onSeek={seek} />
    </fieldset>
  );
}

/** The first arm, and beside it the one that was asked about; else the next. */
function beside(all: readonly Run[], about: string | undefined): readonly Run[] {
  const [first, ...others] = all;
  const other = others.find(({ header }) => header.arm === about) ?? others[0];
  return [first, other].flatMap((run) => run ?? []);
}

/** With less motion time moves from moment to moment. */
function shownTime(tape: ReturnType<typeof tapeOf>, player: Player): number {
  return timeOf(tape, player.playing && !reducedMotion() ? player : { ...player, over: 0 });
}

function saidAt(runs: readonly Run[], counts: readonly number[], run: number | undefined): string {
  const is = run === undefined ? undefined : runs[run];
  if (!is || run === undefined) return '';
  const events = counts[run] ?? 0;
  const which = runs.length > 1 ? `${is.label}: ` : '';
  if (events >= is.reel.events.length) return `${which}measured`;
  return `${which}${is.reel.at(events).timeline.items.at(-1)?.sentence ?? ''}`;
}

/** Space, arrows, Home and End, wherever in the player the focus is; what has a use of its own for a key keeps it. */
function keyed(event: KeyboardEvent<HTMLElement>, end: number, act: ReturnType<typeof usePlayer>[1]): void {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
  const { tagName } = event.target;
  if (tagName === 'SELECT' || (tagName === 'INPUT' && event.key !== ' ')) return;
  if (event.key === ' ' && (tagName === 'BUTTON' || tagName === 'SUMMARY')) return;
  if (event.key === ' ') act({ act: 'toggle' });
  else if (event.key === 'ArrowRight') act({ act: 'step', by: 1 });
  else if (event.key === 'ArrowLeft') act({ act: 'step', by: -1 });
  else if (event.key === 'Home') act({ act: 'seek', to: 0 });
  else if (event.key === 'End') act({ act: 'seek', to: end });
  else return;
  event.preventDefault();
}
