import { type DriverName, Plain, servicesOf, withSeen } from '@proving/spec';
import { type Death, errorIn } from './bench.ts';
import type { Proving } from './gathered.ts';
import { endOfPrinted, type Said } from './job.ts';
import { stoppable } from './run-experiment.ts';
import type { ExerciseResult, Told } from './told.ts';
import { retire, takeBench } from './warm.ts';
import { Watchdog } from './watchdog.ts';

const budgetMs = 60_000;
/** Lines of what a program printed that are kept: the last ones, however long it goes on. */
const mostPrinted = 200;

export interface ExerciseRequest {
  readonly lesson: Proving;
  /** The learner's file, absolute. */
  readonly file: string;
  readonly seed?: number;
  readonly driver?: DriverName;
  /** Aborted with `Superseded` as its reason, the worker is not waited for: somebody waits for the next judgement. */
  readonly signal?: AbortSignal;
}

/** Why a judgement is broken off: the file was saved again. The next judgement heals what this one broke. */
export type Superseded = 'superseded';

/** Judges one version of an exercise in a process of its own. Resolves with an outcome in every case; the healing goes on behind it. */
export async function judgeExercise(
  { lesson, file, seed, driver, signal }: ExerciseRequest,
  told: (t: Told) => void,
): Promise<ExerciseResult> {
  const { shape } = lesson.manifest.cluster;
  const printed: string[] = [];
  const judged = Promise.withResolvers<null>();
  const allPrinted = Promise.withResolvers<null>();
  let result: ExerciseResult | null = null;
  let failure: (Said & { say: 'failed' }) | null = null;
  const hear = (said: Said) => {
    if (result) return;
    if (said.say === 'exercise') {
      result = said.result;
      judged.resolve(null);
    }
    if (said.say === 'failed') failure = said;
    else if (said.say === 'progress')
      told({
        type: 'progress',
        doing: said.doing,
        ...(said.done !== undefined && { done: said.done }),
        ...(said.of !== undefined && { of: said.of }),
        ...(said.unit !== undefined && { unit: said.unit }),
      });
    else if (said.say === 'waiting') told({ type: 'waiting', for: said.for });
    else if (said.say === 'event') told({ type: 'event', arm: said.arm, event: said.event });
  };
  const began = performance.now();
  const bench = await takeBench(shape, driver ?? null, hear);
  const job = {
    do: 'exercise',
    shape,
    services: servicesOf(lesson.manifest),
    driver: driver ?? null,
    check: `${lesson.dir}/exercise/check.ts`,
    file,
    label: `exercise ${lesson.number}`,
    seed: seed ?? Math.floor(Math.random() * 2 ** 31),
    budgetMs,
  } as const;
  const watchdog = new Watchdog(bench, budgetMs, 'your program never paused, as in a loop without an end');
  const whole = stoppable(bench, signal, () =>
    bench.take(
      job,
      (said) => {
        watchdog.hear(said);
        hear(said);
      },
      (line) => {
        if (line === endOfPrinted) return allPrinted.resolve(null);
        printed.push(line);
        if (printed.length > 2 * mostPrinted) printed.splice(0, mostPrinted);
      },
    ),
  ).finally(() => watchdog[Symbol.dispose]());
  const death = await Promise.race([whole, judged.promise]);
  // A learner's file is loaded once a process; the next version needs a fresh one.
  retire(bench, whole);
  const none = (outcome: 'unjudged' | 'could-not-run', because: string): ExerciseResult => ({
    outcome,
    tasks: [],
    failed: null,
    observed: null,
    because,
    printed: printed.slice(-mostPrinted),
    ms: Math.round(performance.now() - began),
  });
  if (result) await Promise.race([allPrinted.promise, whole]);
  if (result) return { ...(result as ExerciseResult), printed: printed.slice(-mostPrinted) };
  const told_ = failure as (Said & { say: 'failed' }) | null;
  if (told_) return none(told_.exit === 2 ? 'unjudged' : 'could-not-run', withSeen(told_.because, told_.saw));
  if (signal?.aborted) return none('could-not-run', 'it was interrupted');
  if (watchdog.bit) return none('unjudged', `Nothing was judged: ${watchdog.bit}.`);
  if (death) return none('could-not-run', endInWords(death));
  throw new Plain('internal', 'The check ended without a result.', { fix: 'pnpm report' });
}

/** The learner's program runs in the process that died, so that is what it did: left it, threw past everybody, or was killed. */
function endInWords({ signal, code, words }: Death): string {
  if (signal) return `The process of your program was killed (${signal}).`;
  const error = errorIn(words);
  if (error) return `Nothing caught an error of your program: ${error}`;
  return `Your program ended its process with code ${code}, so nothing could be looked at. Let it return instead of calling process.exit.`;
}
