import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Cluster } from '@proving/cluster';
import { type Exercise, type Made, openLab, type Task } from '@proving/lab';
import { type Json, type RunEvent, withSeen } from '@proving/spec';
import type { ExerciseResult } from '../told.ts';
import { failed, firstLine } from './failed.ts';
import { inTime } from './in-time.ts';
import { type Ending, judgeTasks, stateOf } from './judge-tasks.ts';

export interface ExerciseSetting {
  readonly check: string;
  readonly file: string;
  readonly seed: number;
  readonly cluster: Cluster;
  readonly emit: (event: RunEvent) => void;
  readonly remember: (kind: Made, name: string) => void;
  readonly budgetMs: number;
  /** Told the outcome when it is known, before the healing. */
  readonly judged: (result: ExerciseResult) => void;
}

type Program = (given: unknown) => Promise<unknown>;

/**
 * Runs the learner's program on the check's own topics and judges its tasks in order; the first failure counts. Resolves when the
 * cluster is healed.
 */
export async function judgeExercise({
  check,
  file,
  seed,
  cluster,
  emit,
  remember,
  budgetMs,
  judged,
}: ExerciseSetting): Promise<void> {
  const began = performance.now();
  const { tasks, observe } = ((await import(pathToFileURL(check).href)) as { default: Exercise<unknown> }).default;
  const ended = (ending: Ending): ExerciseResult => ({
    outcome: ending.outcome,
    failed: ending.failed,
    observed: ending.observed,
    because: ending.because,
    ...(ending.loads === false && { loads: false }),
    tasks: tasks.map(({ id, title }, i) => ({ id, title, state: stateOf(i, ending) })),
    printed: [],
    ms: Math.round(performance.now() - began),
  });

  const program = await load(file);
  if (typeof program === 'string')
    return judged(ended({ outcome: 'could-not-run', failed: null, observed: null, because: program, loads: false, reached: 0 }));

  await using lab = openLab({ cluster, seed, file: check, learner: file, emit, remember, log: () => undefined });
  await lab.prepare();
  let own: unknown;
  const watched = async (given: unknown) =>
    program(given).catch((error: unknown) => {
      own = error;
      throw error;
    });
  const judge = async () => {
    try {
      const observed = await inTime(observe(watched, lab), budgetMs, () => 'your program had not come to its end');
      return ended(judgeTasks(tasks, JSON.parse(JSON.stringify(observed)) as Json));
    } catch (error) {
      const [first] = tasks;
      return own !== undefined && own === error && first ? ended(stopped(first, own)) : ended(notJudged(error));
    }
  };
  judged(await judge());
}

/** The learner's own program threw: that is the first task's failure. */
function stopped({ id, title }: Task, error: unknown): Ending {
  const say = `Your program stopped: ${firstLine(error)}`;
  const failure = { task: id, title, differences: [], say, mistake: null, evidence: [] };
  return { outcome: 'not-yet', because: null, observed: null, failed: failure, reached: 0 };
}

function notJudged(error: unknown): Ending {
  const { because, saw, exit } = failed(error);
  const outcome = exit === 2 ? 'unjudged' : 'could-not-run';
  return { outcome, failed: null, observed: null, because: withSeen(because, saw, 'Last seen:'), reached: 0 };
}

/** As the learner can type it; whole where it lies elsewhere. */
function fromHere(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
}

/** The learner may write any TypeScript, so tsx reads it and not Node's type stripping. A text says why there is no program. */
async function load(file: string): Promise<Program | string> {
  try {
    const { tsImport } = await import('tsx/esm/api');
    const loaded = (await tsImport(pathToFileURL(file).href, import.meta.url)) as { default?: unknown };
    const program = (loaded.default as { default?: unknown } | undefined)?.default ?? loaded.default;
    return typeof program === 'function'
      ? async (given) => (program as Program)(given)
      : 'The file has no default export that is a function.';
  } catch (error) {
    // The loader puts a mark of its own behind the names of files, and names them whole.
    const said = error instanceof Error ? error.message.trim() || firstLine(error) : String(error);
    return said.replaceAll(/\?namespace=[\w-]+/g, '').replaceAll(file, fromHere(file));
  }
}
