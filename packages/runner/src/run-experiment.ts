import { type DriverName, ms, Plain, servicesOf } from '@proving/spec';
import type { Bench, Death } from './bench.ts';
import { Gathered, type Proving } from './gathered.ts';
import type { Superseded } from './judge-exercise.ts';
import type { ExperimentResult, Told } from './told.ts';
import { giveBack, takeBench } from './warm.ts';
import { Watchdog } from './watchdog.ts';

export interface ExperimentRequest {
  readonly lesson: Proving;
  readonly experiment: string;
  readonly seed?: number;
  readonly driver?: DriverName;
  readonly signal?: AbortSignal;
}

/**
 * Runs an experiment's arms in a process of its own and judges them. Resolves with a verdict in every case; a signal that fires
 * ends the process and resolves with `could-not-run`, code 130 being the caller's to give.
 */
export async function runExperiment(
  { lesson, experiment, seed, driver, signal }: ExperimentRequest,
  told: (t: Told) => void,
): Promise<ExperimentResult> {
  const card = lesson.manifest.experiments[experiment];
  if (!card)
    throw new Plain('unknown-experiment', `Lesson ${lesson.number} has no experiment ${experiment}.`, {
      saw: Object.keys(lesson.manifest.experiments).join(', '),
      exit: 64,
    });
  const { shape } = lesson.manifest.cluster;
  const run = new Gathered(lesson, experiment, told);
  const bench = await takeBench(shape, driver ?? null, (said) => run.hear(said));
  const budgetMs = ms(card.budget);
  const watchdog = new Watchdog(bench, budgetMs);
  const judged = Promise.withResolvers<null>();
  const whole = stoppable(bench, signal, () =>
    bench.take(
      {
        do: 'experiment',
        shape,
        services: servicesOf(lesson.manifest, experiment),
        driver: driver ?? null,
        file: `${lesson.dir}/experiments/${experiment}.ts`,
        name: `${lesson.folder}/experiments/${experiment}.ts`,
        claim: card.proves,
        label: `lesson ${lesson.number}, ${experiment}`,
        needs: card.needs,
        budgetMs,
        seed: run.seedOf(seed),
      },
      (said) => {
        watchdog.hear(said);
        if (run.complete) return;
        run.hear(said);
        if (run.complete) judged.resolve(null);
      },
      (line) => run.print(line),
    ),
  ).finally(() => watchdog[Symbol.dispose]());
  // The last arm is judged before it is healed: the learner reads the verdict while the brokers come back.
  const death = await Promise.race([whole, judged.promise]);
  giveBack(bench, shape, driver ?? null, whole);
  return run.result(death, { aborted: !run.complete && (signal?.aborted ?? false), stuck: watchdog.bit });
}

/**
 * Lets a signal end the worker: it is asked first, so that it can heal what it broke, and killed when it does not. Where a newer
 * version waits for its turn, it is killed sooner: that one heals before it begins.
 */
export async function stoppable(
  bench: Bench,
  signal: AbortSignal | undefined,
  work: () => Promise<Death | null>,
): Promise<Death | null> {
  const abort = () => void bench.stop(signal?.reason === ('superseded' satisfies Superseded) ? 500 : 4_000);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    if (signal?.aborted) abort();
    return await work();
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
