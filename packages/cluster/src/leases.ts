import { join } from 'node:path';
import type { Progress } from './driver.ts';
import { home } from './home.ts';
import { startedBy } from './jvm/what.ts';
import { type Mode, pass } from './turnstile.ts';

export interface LeaseOptions {
  /** Told who holds the cluster while this waits, at once and then every two seconds. */
  readonly tell?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** What the holder is called for others who wait. Default: the command. */
  readonly what?: string | undefined;
}

/**
 * Holds the cluster of this machine. `exclusive` is for who breaks brokers: it begins when every earlier holder is done and
 * keeps all later ones waiting; `shared` holders keep company. First come, first served. Ends with its scope, or with the process.
 */
export async function holdCluster(mode: Mode, { tell, signal, what = startedBy() }: LeaseOptions = {}): Promise<AsyncDisposable> {
  let told = Number.NEGATIVE_INFINITY;
  const lease = await pass(join(home(), 'cluster', 'leases'), mode, what, {
    signal,
    waiting: ([first]) => {
      if (!tell || !first || performance.now() - told < 2_000) return;
      told = performance.now();
      tell({ doing: `Waiting for ${first.what} (process ${first.pid}), which holds the cluster` });
    },
  });
  return { [Symbol.asyncDispose]: async () => lease[Symbol.dispose]() };
}
