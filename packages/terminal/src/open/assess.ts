import { type ExitCode, exitCodes, Plain } from '@proving/spec';
import { beginAssess } from '../walk/begin.ts';
import { answeredOf, drawn } from '../walk/drawn.ts';
import type { WalkLesson } from '../walk/lesson.ts';
import type { Past } from '../walk/seen.ts';
import { answersIn } from './answers.ts';
import { isAlone, type OpenOptions } from './options.ts';
import { begunBy, drive } from './walk.ts';

export interface AssessOptions extends Omit<OpenOptions, 'lesson' | 'seed'> {
  /** Those of the part. */
  readonly lessons: readonly WalkLesson[];
  readonly part: number;
  readonly seed: number;
  /** When this assessment began, ISO 8601: a question of it that was answered since then is not asked again. */
  readonly since: string;
  /** Called when the first question is about to be asked: who is refused for want of answers has begun nothing. */
  readonly begins: () => void;
  /** The path of a file with answers by address, for `plain` and `json`. */
  readonly answers: string | null;
}

/** Asks what is still open of an assessment's questions; `done` when none is left. */
export async function openAssess(options: AssessOptions): Promise<{ readonly done: boolean; readonly code: ExitCode }> {
  const { progress, lessons, seed, since, part, begins } = options;
  const all = drawn(lessons, seed);
  const soFar = async () => answeredOf(all, (await progress.read()).entries, { part, seed, since });
  const { given, open: stops } = await soFar();
  const lesson = stops[0]?.from?.lesson;
  if (lesson === undefined) return { done: true, code: exitCodes.proved };
  if (isAlone(options) && options.answers === null)
    throw new Plain('answer-needed', 'An assessment asks, and there is no terminal to answer in.', {
      saw: `seed ${seed} asks ${stops.map(({ from }) => from?.address).join(', ')}`,
      fix: `pnpm assess ${part} --seed ${seed} --answers answers.json`,
      exit: exitCodes.usage,
    });
  const answers = await answersIn(options.answers, { where: 'this assessment', stops: all });
  const walked = { ...options, lesson };
  const { entries } = await progress.read();
  const past: readonly Past[] = entries.map((entry) => ({ fact: entry, day: entry.at.slice(0, 10) }));
  begins();
  const code = await drive(walked, answers, beginAssess({ ...begunBy(walked, answers), past }, stops, given));
  return { done: (await soFar()).open.length === 0, code };
}
