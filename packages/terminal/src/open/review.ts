import { dueAt, schedule } from '@proving/progress/review';
import { type ExitCode, exitCodes, Plain } from '@proving/spec';
import { beginReview } from '../walk/begin.ts';
import type { WalkLesson } from '../walk/lesson.ts';
import { recalled } from '../walk/recall.ts';
import type { Past } from '../walk/seen.ts';
import { answersIn } from './answers.ts';
import { isAlone, type OpenOptions } from './options.ts';
import { begunBy, drive } from './walk.ts';

export interface ReviewOptions extends Omit<OpenOptions, 'lesson'> {
  readonly lessons: readonly WalkLesson[];
  /** The path of a file with answers by address, for `plain` and `json`. */
  readonly answers: string | null;
  readonly now: Date;
}

/** What an opened review came to; `null` as code when nothing is due, with the day on which something is. */
export type Reviewed = { readonly code: ExitCode } | { readonly code: null; readonly next: string | null };

/**
 * Asks what is due today, from all lessons.
 * @throws {Plain} exit 64, where there is neither a terminal nor a file of answers
 */
export async function openReview(options: ReviewOptions): Promise<Reviewed> {
  const { progress, lessons, now } = options;
  const { entries } = await progress.read();
  const cards = schedule(entries);
  const pile = dueAt(cards, entries, now);
  const stops = recalled(pile.items, lessons, entries);
  const lesson = stops[0]?.from?.lesson;
  if (lesson === undefined) return { code: null, next: cards.map(({ due }) => due.slice(0, 10)).sort()[0] ?? null };
  if (isAlone(options) && options.answers === null)
    throw new Plain('answer-needed', 'A review asks, and there is no terminal to answer in.', {
      saw: `due: ${stops.map(({ from }) => from?.address).join(', ')}`,
      fix: 'pnpm review --answers answers.json',
      exit: exitCodes.usage,
    });
  const answers = await answersIn(options.answers, { where: 'this review', stops });
  const walked = { ...options, lesson };
  const past: readonly Past[] = entries.map((entry) => ({ fact: entry, day: entry.at.slice(0, 10) }));
  return { code: await drive(walked, answers, beginReview({ ...begunBy(walked, answers), past }, stops, pile.due)) };
}
