import type { DriverName, Lesson, Shape } from '@proving/spec';
import { Bench, repositoryRoot } from './bench.ts';
import type { Said } from './job.ts';

let spare: {
  readonly bench: Bench;
  readonly key: string;
  readonly ready: Promise<unknown>;
  readonly healing?: Promise<unknown>;
} | null = null;
let listening: (said: Said) => void = () => undefined;
const retiring = new Set<Promise<unknown>>();

/**
 * Starts a worker and lets it open the cluster while the learner still reads. The next run takes it over; `tell` hears what it
 * does until then. Calling it again is free.
 */
export function warmUp({ shape, services = [] }: Lesson['cluster'], driver: DriverName | null, tell: (said: Said) => void): void {
  const key = `${shape} ${driver}`;
  if (spare?.key === key && spare.bench.alive) return;
  const bench = new Bench(repositoryRoot());
  listening = tell;
  const ready = bench.take(
    { do: 'warm', shape, services, driver },
    (said) => listening(said),
    () => undefined,
  );
  spare = { bench, key, ready };
}

/** The warm worker, or a new one. `hear` is told what is still going on in it. */
export async function takeBench(shape: Shape, driver: DriverName | null, hear: (said: Said) => void): Promise<Bench> {
  const key = `${shape} ${driver}`;
  const mine = spare?.key === key && spare.bench.alive ? spare : null;
  spare = null;
  if (!mine) return new Bench(repositoryRoot());
  listening = hear;
  await mine.ready;
  return mine.bench.alive ? mine.bench : new Bench(repositoryRoot());
}

/**
 * Keeps a worker for the next run.
 * @param ready resolves when it has healed the cluster after the run before
 */
export function giveBack(bench: Bench, shape: Shape, driver: DriverName | null, ready: Promise<unknown>): void {
  if (!bench.alive || spare) retire(bench, ready);
  else spare = { bench, key: `${shape} ${driver}`, ready, healing: ready };
}

/**
 * Ends a worker that cannot be used again.
 * @param whole resolves when it has healed the cluster
 */
export function retire(bench: Bench, whole: Promise<unknown>): void {
  const gone: Promise<unknown> = whole.then(() => bench.stop(1_000)).finally(() => retiring.delete(gone));
  retiring.add(gone);
}

/** Ends every worker when it has healed what it broke; for the end of a command. */
export async function coolDown(): Promise<void> {
  const mine = spare;
  spare = null;
  await Promise.all([...retiring, mine?.healing]);
  await mine?.bench.stop(1_000);
}
