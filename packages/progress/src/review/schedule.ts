import type { ProgressEntry } from '@proving/spec';
import { type Card, createEmptyCard, fsrs } from 'ts-fsrs';
import { type Aliases, aliases, lessonNow, nameNow } from '../aliases.ts';
import { inOrder } from '../merge.ts';
import { ratingOf } from './rating.ts';

/** Something that comes back: a question that was answered, or a prediction that was once wrong. */
export interface Scheduled {
  readonly what: 'question' | 'prediction';
  /** The lesson's folder. */
  readonly lesson: string;
  /** The question's or the experiment's id. */
  readonly id: string;
  /** When it was asked last, ISO 8601. */
  readonly last: string;
  /** From when on it should be asked again, ISO 8601. */
  readonly due: string;
  /** How often it was wrong after it had been known. */
  readonly lapses: number;
  /** How likely it is still known at a time, 0 to 1 (FSRS retrievability). */
  known(at: Date): number;
}

/**
 * The cards of a learner, from the log alone: the same entries give the same cards. Scheduled by FSRS without fuzz, in whole
 * days; of several answers to one question on one day the first counts, because the others had the answer before them.
 */
export function schedule(entries: readonly ProgressEntry[], table: Aliases = aliases): readonly Scheduled[] {
  const cards = new Map<string, Kept>();
  for (const entry of inOrder(entries)) {
    if (entry.kind !== 'answer' && entry.kind !== 'prediction') continue;
    const what = entry.kind === 'answer' ? 'question' : 'prediction';
    const lesson = lessonNow(entry.lesson, table);
    const id =
      entry.kind === 'answer'
        ? nameNow('questions', lesson, entry.question, table)
        : nameNow('experiments', lesson, entry.experiment, table);
    const key = `${lesson}/${what}/${id}`;
    const before = cards.get(key);
    // A prediction is asked before anything was taught; only one that was wrong has to come back.
    if (what === 'prediction' && before === undefined && entry.outcome !== 'wrong') continue;
    if (before?.last.slice(0, 10) === entry.at.slice(0, 10)) continue;
    const now = new Date(entry.at);
    const rating = ratingOf(entry, before === undefined || now.getTime() <= before.card.due.getTime() + day);
    if (rating === null) continue;
    const { card } = scheduler.next(before?.card ?? createEmptyCard(now), now, rating);
    cards.set(key, { what, lesson, id, last: entry.at, card });
  }
  return [...cards.values()].map(({ card, ...item }) => ({
    ...item,
    due: card.due.toISOString(),
    lapses: card.lapses,
    known: (at: Date) => scheduler.get_retrievability(card, at, false),
  }));
}

interface Kept extends Pick<Scheduled, 'what' | 'lesson' | 'id' | 'last'> {
  readonly card: Card;
}

const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });
const day = 24 * 60 * 60 * 1_000;
