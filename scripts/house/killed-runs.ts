import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { home } from '@proving/cluster';
import { dockerDriver } from '../../packages/cluster/src/docker/driver.ts';
import { writeDurably } from '../../packages/cluster/src/durable.ts';
import { isAlive, type ProcessId, self } from '../../packages/cluster/src/processes.ts';
import { stopEngine } from '../docker-stand-in/engine.ts';
import { kept, scratch } from '../docker-stand-in/folders.ts';
import { removeContainers } from './remove-containers.ts';

interface Mark {
  readonly home: string;
  readonly by: ProcessId;
}

const folder = () => join(kept().folder, 'runs');

/** Notes that this process has containers under this home, until the scope ends. */
export function markRun(): Disposable {
  const file = join(folder(), `${process.pid}.json`);
  mkdirSync(folder(), { recursive: true });
  writeDurably(file, JSON.stringify({ home: home(), by: self } satisfies Mark));
  return { [Symbol.dispose]: () => rmSync(file, { force: true }) };
}

/** What runs that were killed have left: containers, an engine and its bridge, and the folder that was theirs alone. */
export async function sweep(say: (line: string) => void): Promise<void> {
  for (const name of names()) {
    const file = join(folder(), name);
    const mark = read(file);
    if (mark !== null && isAlive(mark.by)) continue;
    if (mark !== null) {
      say(`clearing away what a run that was killed has left in ${mark.home}`);
      const standIn = await stopEngine(scratch(mark.home));
      if (!standIn && (await dockerDriver().probe()).ready) await removeContainers(mark.home);
      if (dirname(mark.home) === tmpdir() && basename(mark.home).startsWith('proving-'))
        rmSync(mark.home, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    }
    rmSync(file, { force: true });
  }
}

function names(): readonly string[] {
  try {
    return readdirSync(folder());
  } catch {
    return [];
  }
}

function read(file: string): Mark | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Mark;
  } catch {
    return null;
  }
}
