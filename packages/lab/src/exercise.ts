import type { Expectation, Json, Lesson } from '@proving/spec';
import type { Kafka } from 'kafkajs';
import type { Lab } from './lab.ts';

/**
 * The check of a lesson's exercise: it runs the learner's program (the default export of `start.ts`), looks at the cluster and
 * at the history, and returns one observation. Tasks are expectations about that observation, judged in order.
 */
export interface Exercise<Given = never> {
  observe(program: (given: Given) => Promise<unknown>, lab: Lab): Promise<Json>;
  readonly tasks: readonly Task[];
}

export interface Task {
  /** Stable: `twenty-stored`. */
  readonly id: string;
  readonly title: string;
  /** A pattern over the observation: only the fields named here are looked at. */
  readonly expect: Expectation;
  /** Wrong answers we know by sight, by the name of the file in `near-misses/` that makes each. Said instead of the bare difference. */
  readonly mistakes: Readonly<Record<string, { readonly when: Expectation; readonly say: string }>>;
  /** Four rungs: a question that directs attention; the idea, with the step of the theory (`see 07.2`); where and what kind of change; the solution with the reason. */
  readonly hints: readonly [string, string, string, string];
}

/** What a start file is usually given; a lesson may give less or more. */
export interface Shop {
  readonly kafka: Kafka;
  /** The name of the topic to work on. */
  readonly topic: string;
}

/** Declares the check of an exercise, as the default export of `exercise/check.ts`. */
export function exercise<Given>(_lesson: Lesson, check: Exercise<Given>): Exercise<Given> {
  return check;
}
