import { type Expectation, inWords, isMatcher, type Json, misfits } from '@proving/spec';
import type { ExerciseResult } from '../walk/runner.ts';
import type { Goal } from './check.ts';

/** Tasks and what each looks at, filled with what shall be or with what was measured: goal and state are drawn alike. */
export interface Picture {
  readonly tasks: readonly PictureTask[];
  /** In words; null for the goal, which differs from nothing. Empty if and only if every task is fulfilled. */
  readonly differences: readonly string[] | null;
}
export interface PictureTask {
  readonly title: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export function goalPicture(goals: readonly Goal[]): Picture {
  return { tasks: goals.map((goal) => drawn(goal, ({ expected }) => inWords(expected))), differences: null };
}

/** @param result the last judgement; null before the first */
export function statePicture(goals: readonly Goal[], result: Measured | null): Picture {
  const observed = result?.observed ?? null;
  const tasks = goals.map((goal) => drawn(goal, ({ path }) => measured(at(observed, path))));
  return { tasks, differences: observed === null ? [nothing(result)] : goals.flatMap((goal, i) => apart(goal, observed, i + 1)) };
}

type Measured = Pick<ExerciseResult, 'observed' | 'because' | 'failed'>;

interface Leaf {
  readonly path: readonly string[];
  readonly expected: Expectation;
}

function drawn({ title, expect }: Goal, filled: (leaf: Leaf) => string): PictureTask {
  return { title, fields: leaves(expect).map((leaf) => ({ name: leaf.path.join(' ') || 'the result', value: filled(leaf) })) };
}

/** The values that an expectation names, in its order; a list is one value. */
function leaves(expected: Expectation, path: readonly string[] = []): readonly Leaf[] {
  if (isMatcher(expected) || typeof expected !== 'object' || expected === null || Array.isArray(expected))
    return [{ path, expected }];
  return Object.entries(expected).flatMap(([field, each]) => leaves(each as Expectation, [...path, field]));
}

function at(observed: Json, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, field) => {
    const holds = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, field);
    return holds ? (value as Record<string, Json>)[field] : undefined;
  }, observed);
}

function apart({ expect }: Goal, observed: Json, number: number): readonly string[] {
  return misfits(expect, observed).map((each) => {
    const name = each.path === '' ? 'the result' : each.path.replaceAll('.', ' ');
    return `task ${number}: ${name} is ${measured(each.measured)}, the goal is ${inWords(each.expected)}`;
  });
}

function nothing(result: Measured | null): string {
  const because = result?.failed?.say ?? result?.because;
  return because ? `nothing was measured: ${because}` : 'nothing was measured yet';
}

const measured = (value: Json | undefined) => (value === undefined ? 'not measured' : inWords(value as Expectation));
