import type { Question } from '@proving/spec';
import type { Stop, WalkLesson } from './lesson.ts';

/** A question at which a walk stops. */
export type AskStop = Extract<Stop, { kind: 'ask' }>;

/** A question of a lesson, asked outside it: the address says where it is from. */
export function askFrom(
  lesson: WalkLesson,
  question: Question,
  { address = `${lesson.number}.${question.id}`, experiment = null }: { address?: string; experiment?: string | null } = {},
): AskStop {
  return { kind: 'ask', step: null, again: false, question, from: { lesson, address, experiment } };
}
