import { join } from 'node:path';
import type { Progress } from './driver.ts';
import { plainly } from './errors.ts';
import { home } from './home.ts';
import { type Mode, pass } from './turnstile.ts';
import { startedBy } from './what.ts';

export interface LeaseOptions {
  /** Told who holds the cluster while this waits, at once and then every two seconds. */
  readonly tell?: ((progress: Progress) => void) | undefined;
  /** Told the same as a noun: `pnpm prove 07 (process 4711), which holds the cluster`. */
  readonly waiting?: ((holder: string) => void) | undefined;
  /** Ends the waiting; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** What the holder is called for others who wait. Default: the command. */
  readonly what?: string | undefined;
}

/**
 * Holds the cluster of this machine. `exclusive` is for who breaks brokers: it begins when every earlier holder is done and
 * keeps all later ones waiting; `shared` holders keep company. First come, first served. Ends with its scope, or with the process.
 */
export async function holdCluster(mode: Mode, options: LeaseOptions = {}): Promise<AsyncDisposable> {
  const lease = await queueUp(join(home(), 'cluster', 'leases'), mode, options);
  return { [Symbol.asyncDispose]: async () => lease[Symbol.dispose]() };
}

export function queueUp(
  folder: string,
  mode: Mode,
  { tell, waiting, signal, what = startedBy() }: LeaseOptions,
): Promise<Disposable> {
  let told = Number.NEGATIVE_INFINITY;
  return plainly(home(), () =>
    pass(folder, mode, what, {
      signal,
      waiting: ([first]) => {
        if (!first || performance.now() - told < 2_000) return;
        told = performance.now();
        const holder = `${first.what} (process ${first.pid}), which holds the cluster`;
        tell?.({ doing: `Waiting for ${holder}` });
        waiting?.(holder);
      },
    }),
  );
}
