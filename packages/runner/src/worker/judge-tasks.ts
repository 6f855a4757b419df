import type { Task } from '@proving/lab';
import { fits, type Json, misfits } from '@proving/spec';
import type { ExerciseResult } from '../told.ts';

/** How a judgement ended; `reached` counts the tasks that passed before the one that counts. */
export type Ending = Pick<ExerciseResult, 'outcome' | 'failed' | 'observed' | 'because' | 'loads'> & { readonly reached: number };

/** Judges tasks in their order by what was observed; the first failure counts. */
export function judgeTasks(tasks: readonly Task[], observed: Json): Ending {
  const reached = tasks.findIndex((task) => !fits(task.expect, observed));
  const task = tasks[reached];
  if (!task) return { outcome: 'passed', failed: null, observed, because: null, reached: tasks.length };
  const [mistake, known] = Object.entries(task.mistakes).find(([, { when }]) => fits(when, observed)) ?? [null, null];
  const failed = {
    task: task.id,
    title: task.title,
    differences: misfits(task.expect, observed),
    say: known?.say ?? null,
    mistake,
    evidence: evidenceIn(observed),
  };
  return { outcome: 'not-yet', because: null, observed, failed, reached };
}

export function stateOf(index: number, { outcome, failed, reached }: Ending): ExerciseResult['tasks'][number]['state'] {
  if (outcome === 'passed' || index < reached) return 'passed';
  return index === reached && failed ? 'failed' : 'not-reached';
}

/** An observation may carry `evidence`, lines for the learner's eye that no task judges. */
function evidenceIn(observed: Json): readonly string[] {
  const evidence = isRecord(observed) ? observed['evidence'] : undefined;
  return Array.isArray(evidence) ? evidence.map(String) : [];
}

const isRecord = (value: Json): value is { [field: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
