import type { Missed } from '@proving/progress/cohort';
import type { Asked } from '../../../plugins/data/cohort.ts';

/** A wrong choice of a class. */
export interface Choice {
  /** The words that were chosen. */
  readonly says: string;
  readonly times: number;
  readonly belief: { readonly id: string; readonly says: string } | null;
}

/**
 * What was said instead of the right thing. A log keeps the words of a prediction; of an answer it keeps the stale belief that it
 * betrayed, so the words are those of the options that betray it.
 */
export function choicesOf(missed: Missed, asked: Asked | undefined, beliefs: Readonly<Record<string, string>>): readonly Choice[] {
  const named = (id: string | undefined) => (id === undefined ? null : { id, says: beliefs[id] ?? '' });
  switch (missed.what) {
    case 'task':
      return [];
    case 'prediction':
      return missed.said.map(([says, times]) => ({
        says,
        times,
        belief: named(asked?.wrong.find((option) => option.says === says)?.belief),
      }));
    case 'question':
      return missed.because.map(([id, times]) => ({
        says:
          asked?.wrong
            .filter(({ belief }) => belief === id)
            .map((option) => option.says)
            .join('” or “') ?? '',
        times,
        belief: named(id),
      }));
  }
}
