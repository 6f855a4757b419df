import type { Fact } from '@proving/spec';
import type { Asked, CohortLesson } from '../../../plugins/data/cohort.ts';
import { type Dice, oneOf } from './dice.ts';

/** A way through the lessons, as far as it goes: what is read, predicted, seen, answered and tried, in the course's order. */
export function walkOf(lessons: readonly CohortLesson[], dice: Dice): readonly Fact[] {
  const knows = 0.45 + 0.5 * dice();
  const reach = Math.min(lessons.length, 2 + Math.floor(dice() * (lessons.length - 1)));
  return lessons.slice(0, reach).flatMap((lesson, i) => lessonOf(lesson, dice, { knows, ends: i < reach - 1 }));
}

interface Learner {
  /** How likely a first answer is right. */
  readonly knows: number;
  /** Whether the lesson is finished. */
  readonly ends: boolean;
}

function lessonOf({ folder: lesson, steps, predictions, questions, exercise }: CohortLesson, dice: Dice, who: Learner): Fact[] {
  const facts: Fact[] = [{ kind: 'lesson.opened', lesson }];
  for (let step = 1; step <= steps; step++) facts.push({ kind: 'step.read', lesson, step });
  for (const [experiment, asked] of Object.entries(predictions)) {
    const { said, outcome, belief } = answered(asked, dice, who);
    facts.push({ kind: 'prediction', lesson, experiment, said, measured: asked.right, outcome, belief });
    facts.push(seenProved(lesson, experiment, asked.claim));
  }
  for (const [question, asked] of Object.entries(questions)) {
    const { outcome, belief } = answered(asked, dice, who);
    facts.push({ kind: 'answer', lesson, question, outcome, sure: dice() < 0.6, beliefs: belief === null ? [] : [belief] });
  }
  if (exercise) facts.push(...tries(lesson, dice, who));
  if (who.ends) facts.push({ kind: 'lesson.finished', lesson });
  return facts;
}

function answered(asked: Asked, dice: Dice, { knows }: Learner) {
  const wrong = dice() < knows ? undefined : oneOf(dice, asked.wrong);
  return wrong === undefined
    ? ({ said: asked.right, outcome: 'right', belief: null } as const)
    : ({ said: wrong.says, outcome: 'wrong', belief: wrong.belief ?? null } as const);
}

const seenProved = (lesson: string, experiment: string, claim: string): Fact => ({
  kind: 'experiment',
  lesson,
  experiment,
  claim,
  verdict: 'proved',
  because: null,
  observed: {},
  kafka: 'made up',
  driver: 'made up',
  ms: 0,
});

function tries(lesson: string, dice: Dice, { knows, ends }: Learner): Fact[] {
  const failed = Math.floor((1 - knows) * (ends ? 5 : 12) * dice());
  const not: Fact[] = Array.from({ length: failed }, () => ({
    kind: 'exercise',
    lesson,
    outcome: 'not-yet',
    task: `task-${1 + Math.floor(2 * dice())}`,
    mistake: null,
  }));
  const hints: Fact[] = failed < 2 ? [] : [{ kind: 'hint', lesson, task: 'task-1', rung: 1 + Math.floor(4 * dice()) }];
  return [...not, ...hints, ...(ends ? [{ kind: 'exercise', lesson, outcome: 'passed', task: null, mistake: null } as const] : [])];
}
