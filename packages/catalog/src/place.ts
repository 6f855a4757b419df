import { type Address, Plain, parseAddress, type Question } from '@proving/spec';
import type { LessonFolder } from './folder.ts';
import { type LoadedLesson, type LoadOptions, loadLesson } from './load.ts';
import { resolveLesson } from './resolve.ts';
import type { Step } from './theory.ts';

/** Where an address leads: a lesson, and a step or a question of it when one was named. */
export interface Place {
  readonly lesson: LoadedLesson;
  readonly step: Step | null;
  readonly question: Question | null;
}

/**
 * The place that `07`, `acks-and-durability`, `07.3` or `07.q2` means.
 * @throws {UnknownLesson} exit 64
 * @throws {Plain} `unknown-step`, `unknown-question`: exit 64, saying which there are
 */
export async function lessonOf(
  address: string | Address,
  folders: readonly LessonFolder[],
  options: LoadOptions = {},
): Promise<Place> {
  const asked = typeof address === 'string' ? (parseAddress(address) ?? { lesson: address, step: null, question: null }) : address;
  const resolved = resolveLesson(asked.lesson, folders);
  if (resolved.kind === 'unknown') throw resolved.error;
  const lesson = await loadLesson(resolved.lesson, options);
  return { lesson, step: stepOf(lesson, asked.step), question: questionOf(lesson, asked.question) };
}

function stepOf(lesson: LoadedLesson, number: number | null): Step | null {
  if (number === null) return null;
  const step = lesson.steps[number - 1];
  if (step) return step;
  throw new Plain('unknown-step', `Lesson ${lesson.number} has no step ${number}.`, {
    saw: lesson.steps.map((each) => `${lesson.number}.${each.number} ${each.title}`).join(' · '),
    fix: `pnpm lesson ${lesson.number}.${number < 1 ? 1 : lesson.steps.length}`,
    exit: 64,
  });
}

function questionOf(lesson: LoadedLesson, id: string | null): Question | null {
  if (id === null) return null;
  const question = lesson.quiz.find((each) => each.id === id);
  if (question) return question;
  throw new Plain('unknown-question', `Lesson ${lesson.number} has no question ${id}.`, {
    saw: lesson.quiz.map((each) => `${lesson.number}.${each.id}`).join(', '),
    fix: `pnpm quiz ${lesson.number}.${lesson.quiz[0]?.id ?? 'q1'}`,
    exit: 64,
  });
}
