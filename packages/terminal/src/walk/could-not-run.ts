import { type Plain, withSeen } from '@proving/spec';
import type { WalkLesson } from './lesson.ts';
import type { ExperimentResult } from './runner.ts';

/** The result of a run that threw: its words kept as they are. */
export function couldNotRun(lesson: WalkLesson, experiment: string, error: unknown): ExperimentResult {
  const { message = String(error), saw = null, fix = null, exit = 3 } = error as Partial<Plain>;
  const because = withSeen(message, saw);
  return {
    experiment,
    claim: lesson.manifest.experiments[experiment]?.proves ?? '',
    verdict: exit === 2 ? { kind: 'unjudged', because } : { kind: 'could-not-run', because, fix },
    arms: {},
    observations: {},
    expect: {},
    ms: 0,
    armMs: {},
    kafka: 'unknown',
    driver: 'jvm',
    traces: [],
  };
}
