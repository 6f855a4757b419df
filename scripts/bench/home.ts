import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopCluster } from '@proving/cluster';

/** A PROVING_HOME for the length of a bench, so that a learner's own cluster and progress are left alone. */
export async function borrowedHome(): Promise<AsyncDisposable & { readonly path: string; readonly env: NodeJS.ProcessEnv }> {
  const path = await mkdtemp(join(tmpdir(), 'proving-bench-'));
  process.env['PROVING_HOME'] = path;
  return {
    path,
    env: { ...process.env, PROVING_HOME: path },
    async [Symbol.asyncDispose]() {
      await stopCluster({ now: true });
      await rm(path, { recursive: true, force: true });
    },
  };
}
