import { type Happening, type Lens, lensInSentences, seconds, type Timeline, type Views } from '@proving/replay';
import { memo, type ReactNode } from 'react';
import { figures, has, lensNames } from './lenses.tsx';
import type { Run } from './load.ts';
import { useWidth } from './use-width.ts';

export interface ArmProps {
  readonly run: Run;
  readonly runs: readonly Run[];
  readonly lens: Lens;
  /** How many of its events have happened, and when that is, ms. */
  readonly events: number;
  readonly t: number;
  readonly until: number;
}

/** One arm as it stands: its figure and what happened last. */
export function Arm({ run, runs, lens, events, t, until }: ArmProps): ReactNode {
  const [ref, width] = useWidth<HTMLElement>();
  const now = run.reel.at(events);
  const settled = events >= run.reel.events.length;
  const time = Math.min(t, settled ? run.until : Number.POSITIVE_INFINITY);
  const moving = lens === 'transactions' || lens === 'group timeline' || lens === 'lag' || lens === 'lag numbers';
  return (
    <section className="pg-replay-arm" ref={ref} aria-label={run.label}>
      <h4>{run.label}</h4>
      {width === 0 ? null : <Figure {...{ run, runs, lens, now, until, width }} t={moving ? time : 0} />}
      <Happenings timeline={now.timeline} measured={settled && run.observed !== undefined} at={run.until} />
    </section>
  );
}

interface FigureProps extends Omit<ArmProps, 'events'> {
  readonly now: Views;
  readonly width: number;
}

/** Drawn anew when there is something new to draw, and not with every frame. */
const Figure = memo(function Figure({ run, runs, lens, now, t, until, width }: FigureProps) {
  const Lensed = figures[lens];
  if (!has(lens, run.end)) return <p className="pg-replay-legend">There is nothing of this in this run.</p>;
  const said = lensInSentences(lens, now, t || run.until);
  const words = said.length === 0 ? 'nothing yet' : said.slice(0, 16).join(' ');
  return (
    <div className="pg-replay-figure" role="img" aria-label={`${lensNames[lens]}, ${run.label}: ${words}`}>
      <Lensed now={now} end={run.end} all={runs.map(({ end }) => end)} t={t} until={until} width={width} />
    </div>
  );
});

const shown = 6;

/** The newest happenings, one line each, and what is waited for now. */
const Happenings = memo(function Happenings({ timeline, measured, at }: { timeline: Timeline; measured: boolean; at: number }) {
  const wait = timeline.waits.at(-1);
  const after = wait || measured ? 1 : 0;
  const first = Math.max(0, timeline.items.length - (shown - after));
  return (
    <ol className="pg-replay-happenings">
      {placed(timeline.items.slice(first), first).map(({ item, place }) => (
        <Line key={place} item={item} />
      ))}
      {measured ? (
        <li>
          <span className="pg-replay-time">{seconds(at)}</span> <b>measured</b>
        </li>
      ) : wait ? (
        <li className="pg-replay-wait">
          waiting: {wait.until} (at most {wait.deadline / 1000} s)
        </li>
      ) : null}
    </ol>
  );
});

/** With each its place in the whole run: a line that grows stays the same line. */
export const placed = (items: readonly Happening[], first = 0) => items.map((item, i) => ({ item, place: first + i }));

function Line({ item }: { item: Happening }) {
  return (
    <li className={item.kind === 'fault' || item.kind === 'error' ? 'pg-replay-fault' : undefined}>
      <span className="pg-replay-time">{seconds(item.t)}</span> {item.verb ? <b>{item.verb}</b> : null} {item.what}
      {item.came ? <span className="pg-replay-came"> {item.came.replaceAll('  ', ' · ')}</span> : null}
    </li>
  );
}
