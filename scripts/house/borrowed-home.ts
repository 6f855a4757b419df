import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopCluster } from '@proving/cluster';
import { removeContainers } from './remove-containers.ts';

/**
 * Tests kill brokers and write progress: never in the home of whoever runs them. With no PROVING_HOME given they get one of
 * their own, and nothing of it is left.
 */
export function setup(): (() => Promise<void>) | undefined {
  if (process.env['PROVING_HOME']) return undefined;
  const home = mkdtempSync(join(tmpdir(), 'proving-home-'));
  process.env['PROVING_HOME'] = home;
  return async () => {
    await stopCluster({ now: true });
    await removeContainers();
    rmSync(home, { recursive: true, force: true });
    delete process.env['PROVING_HOME'];
  };
}
