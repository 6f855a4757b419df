import type { Answers } from '../plain/answers.ts';
import type { AskStop } from '../walk/ask.ts';
import type { WalkLesson } from '../walk/lesson.ts';

/**
 * The file of answers that was named, or null when none was; `to` says what it may speak of: a lesson, or questions from many.
 * @throws {Plain} exit 64, naming what in the file is not an answer
 */
export async function answersIn(
  path: string | null,
  to: WalkLesson | { readonly where: string; readonly stops: readonly AskStop[] },
): Promise<Answers | null> {
  if (path === null) return null;
  const { askedAmong, askedIn, readAnswers } = await import('../plain/answers.ts');
  return readAnswers(path, 'stops' in to ? askedAmong(to.where, to.stops) : askedIn(to));
}
