import type { Missed } from '@proving/progress/cohort';
import type { CohortData } from '../../../plugins/data/cohort.ts';
import { MissedItem } from './MissedItem.tsx';

const titles = {
  prediction: 'Predictions most often wrong',
  question: 'Questions most often wrong at the first try',
  task: 'Tasks that exercises most often stop at',
} as const;
const first = 5;

/** What the class got wrong, with the words of the wrong choice. The same three lists as in the terminal. */
export function MostMissed({ missed, data }: { readonly missed: readonly Missed[]; readonly data: CohortData }) {
  return (['prediction', 'question', 'task'] as const).map((kind) => {
    const wrong = missed.filter(({ what }) => what === kind);
    if (wrong.length === 0) return null;
    const item = (each: Missed) => <MissedItem key={`${each.lesson}/${each.id}`} missed={each} data={data} />;
    return (
      <section key={kind} aria-labelledby={`missed-${kind}`} className="missed">
        <h2 id={`missed-${kind}`}>{titles[kind]}</h2>
        <ol>{wrong.slice(0, first).map(item)}</ol>
        {wrong.length > first && (
          <details>
            <summary>{wrong.length - first} more</summary>
            <ol start={first + 1}>{wrong.slice(first).map(item)}</ol>
          </details>
        )}
      </section>
    );
  });
}
