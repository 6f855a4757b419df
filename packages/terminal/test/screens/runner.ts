import { setTimeout as pause } from 'node:timers/promises';
import type { RunEvent, Verdict } from '@proving/spec';
import { aLeaderDies } from '../../../replay/test/a-leader-dies.ts';
import type { ExerciseResult, ExperimentResult, Runner, Told } from '../../src/walk/runner.ts';

/** A second implementation of the runner: it tells a recorded run, at `speed` times its pace. */
export function recorded({
  speed = Number.POSITIVE_INFINITY,
  verdict = { kind: 'proved' } as Verdict,
  exercise = [] as readonly ExerciseResult[],
} = {}): Runner {
  let judged = 0;
  return {
    async runExperiment({ lesson, experiment, signal }, told) {
      const card = lesson.manifest.experiments[experiment];
      if (!card) throw new Error(experiment);
      const names = Object.keys(card.arms);
      told({ type: 'progress', doing: 'Kafka starts', done: 1, of: 3, unit: 'brokers' });
      for (const [index, arm] of names.entries()) {
        told({ type: 'arm.started', arm, label: card.arms[arm] ?? arm, index, of: names.length });
        await tell(arm, speed, signal, told);
        told({ type: 'arm.ended', arm, verdict: { kind: 'met', observed: observed[experiment]?.[arm] ?? null } });
      }
      const all = observed[experiment] ?? {};
      const shown = verdict.kind === 'proved' || verdict.kind === 'refuted' ? all : {};
      return { ...result(experiment, card.proves), verdict, observations: shown };
    },
    async judgeExercise(_, told) {
      await tell('exercise', speed, undefined, told);
      const next = exercise[Math.min(judged++, exercise.length - 1)];
      if (!next) throw new Error('nothing recorded');
      return next;
    },
  };
}

async function tell(arm: string, speed: number, signal: AbortSignal | undefined, told: (told: Told) => void): Promise<void> {
  let t = 0;
  for (const event of events(arm)) {
    if (Number.isFinite(speed)) await pause((event.t - t) / speed, undefined, signal ? { signal } : {}).catch(() => undefined);
    if (signal?.aborted) return;
    t = event.t;
    told({ type: 'event', arm, event });
  }
}

const events = (arm: string): readonly RunEvent[] => aLeaderDies.map((event) => ('arm' in event ? { ...event, arm } : event));

const observed: Readonly<Record<string, Readonly<Record<string, { readonly [field: string]: number }>>>> = {
  '01-leader-dies-after-ok': { treatment: { acknowledged: 10, lost: 0 }, control: { acknowledged: 20, lost: 10 } },
  '02-how-many': { treatment: { stored: 2 }, control: { stored: 1 } },
};

const result = (experiment: string, claim: string): ExperimentResult => ({
  experiment,
  claim,
  verdict: { kind: 'proved' },
  arms: {},
  observations: {},
  expect: {},
  ms: 4210,
  armMs: {},
  kafka: '4.3.1',
  driver: 'jvm',
  traces: [
    {
      header: {
        format: 1,
        lesson: '07-acks',
        experiment,
        arm: 'control',
        claim,
        kafka: '4.3.1',
        clients: {},
        driver: 'jvm',
        seed: 1,
        at: '2026-11-21T08:00:00.000Z',
      },
      events: aLeaderDies,
    },
  ],
});
