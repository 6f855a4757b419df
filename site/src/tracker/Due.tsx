import { dueAt, schedule } from '@proving/progress/review';
import type { ProgressEntry } from '@proving/spec';
import { useMemo } from 'react';
import type { TrackerData } from '../../plugins/data/tracker.ts';
import { Asked } from './Asked.tsx';

/** What is due to be asked again today, by the same schedule as `pnpm review`. */
export function Due({ entries, asks }: { readonly entries: readonly ProgressEntry[]; readonly asks: TrackerData['asks'] }) {
  const { items, due, next } = useMemo(() => reviewAt(entries, new Date()), [entries]);
  if (items.length === 0 && next === null) return null;
  return (
    <section className="tracker-part" aria-labelledby="review">
      <h2 id="review">To be asked again</h2>
      {items.length === 0 ? (
        <p>{due === 0 ? `Nothing today; the next on ${next}.` : `Today’s share is done; ${due} stay for another day.`}</p>
      ) : (
        <>
          <p>
            {due === 1 ? 'One is' : `${due} are`} due{due > items.length && `, ${items.length} of them today`}. In a terminal:{' '}
            <code>pnpm review</code>
          </p>
          <ul>
            {items.map(({ lesson, what, id }) => (
              <Asked key={`${lesson}/${what}/${id}`} {...{ lesson, what, id, asks }} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** @returns `next`: the day on which something is due again; null where nothing was ever asked */
export function reviewAt(entries: readonly ProgressEntry[], now: Date) {
  const cards = schedule(entries);
  const { items, due } = dueAt(cards, entries, now);
  return { items, due, next: cards.map((card) => card.due.slice(0, 10)).sort()[0] ?? null };
}
