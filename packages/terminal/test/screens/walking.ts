import fc from 'fast-check';
import { beginAssess, beginLesson, beginQuiz } from '../../src/walk/begin.ts';
import { drawn } from '../../src/walk/drawn.ts';
import { keys } from '../../src/walk/keys.ts';
import type { ExperimentResult } from '../../src/walk/runner.ts';
import type { Past } from '../../src/walk/seen.ts';
import { step } from '../../src/walk/step.ts';
import type { Action, Effect, Moved, Walk } from '../../src/walk/walk.ts';
import { aLesson } from './lesson.ts';

export function begun(past: readonly Past[] = [], kind: 'lesson' | 'quiz' | 'assess' = 'lesson', counts = true): Moved {
  const begin = { lesson: aLesson, seed: 7, today: '2026-11-21', past, at: null, counts };
  if (kind === 'assess') return beginAssess(begin, drawn([aLesson], 7), []);
  return (kind === 'lesson' ? beginLesson : beginQuiz)(begin);
}

export function resultOf(walk: Walk, experiment: string): ExperimentResult {
  const card = walk.lesson.manifest.experiments[experiment];
  const observations = { treatment: { acknowledged: 10, lost: 0, stored: 2 }, control: { acknowledged: 20, lost: 10, stored: 1 } };
  return {
    experiment,
    claim: card?.proves ?? '',
    verdict: { kind: 'proved' },
    arms: {},
    observations,
    expect: observations,
    ms: 5,
    armMs: {},
    kafka: '4.3.1',
    driver: 'jvm',
    traces: [],
  };
}

/** Actions that mean something now, each as likely as another; while a run goes, its end is one of them. */
export function offered(walk: Walk): readonly Action[] {
  const pressed = keys(walk).flatMap((key) => Object.values(key.press));
  const typed: readonly Action[] = keys(walk).some((key) => key.types)
    ? ['1', '2', '3', 'offset'].map((text) => ({ type: 'type', text }))
    : [];
  const stop = walk.stops[walk.at];
  if (walk.now.at !== 'running' || stop?.kind !== 'run') return [...pressed, ...typed];
  return [...pressed, ...typed, { type: 'ran', run: walk.run, result: resultOf(walk, stop.experiment) }];
}

/** A walk after any choices, with every effect on the way. */
export const anyWalk: fc.Arbitrary<{ readonly walk: Walk; readonly effects: readonly Effect[] }> = fc
  .tuple(fc.constantFrom('lesson' as const, 'quiz' as const, 'assess' as const), fc.array(fc.nat(99), { maxLength: 60 }))
  .map(([kind, choices]) => {
    let { walk, effects } = begun([], kind) as { walk: Walk; effects: readonly Effect[] };
    for (const choice of choices) {
      const all = offered(walk).filter((action) => action.type !== 'quit' || choice > 97);
      const action = all[choice % Math.max(1, all.length)];
      if (!action) break;
      const moved = step(walk, action);
      walk = moved.walk;
      effects = [...effects, ...moved.effects];
    }
    return { walk, effects };
  });
