import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { home } from '../src/home.ts';
import { clusterStatus, stopCluster } from '../src/index.ts';
import { type Files, filesOf } from '../src/jvm/files.ts';
import { prepare } from '../src/jvm/prepare.ts';
import { prepareRegistry } from '../src/services/registry/prepare.ts';

/**
 * A home of its own for a test that wrecks things; Kafka itself is the one that is fetched already, and so is what else is named.
 * Ends stopped and removed.
 */
export async function homeOfItsOwn(
  at: string = tmpdir(),
  beside: readonly 'registry'[] = [],
): Promise<AsyncDisposable & { readonly home: string; readonly files: Files }> {
  await prepare(() => {});
  if (beside.includes('registry')) await prepareRegistry(() => {});
  const before = process.env['PROVING_HOME'];
  const fetched = home();
  mkdirSync(at, { recursive: true });
  const own = mkdtempSync(join(at, 'proving-'));
  for (const name of ['kafka', ...beside]) symlinkSync(join(fetched, name), join(own, name));
  process.env['PROVING_HOME'] = own;
  return {
    home: own,
    files: filesOf('standard', own),
    async [Symbol.asyncDispose]() {
      await stopCluster({ now: true });
      rmSync(own, { recursive: true, force: true });
      if (before === undefined) delete process.env['PROVING_HOME'];
      else process.env['PROVING_HOME'] = before;
    },
  };
}

export interface Said {
  readonly bootstrap: readonly string[];
  readonly told: readonly string[];
  /** Milliseconds since the process began. */
  readonly began: number;
  readonly opened: number;
}

/** A command that opens the cluster, in a process of its own. */
export function command(): ChildProcess & { readonly said: Promise<Said> } {
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  const said = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Error(`the command ended with ${code}: ${out}`);
    return JSON.parse(out) as Said;
  });
  said.catch(() => {});
  return Object.assign(child, { said });
}

export const program = fileURLToPath(new URL('./programs/open.ts', import.meta.url));

export async function pids(): Promise<readonly (number | null)[]> {
  return (await clusterStatus()).members.map(({ pid }) => pid);
}

/** Every JVM whose command line names that folder, whoever knows of it: what no record can hide. Linux only. */
export function jvmsOf(folder: string, program = 'kafka.Kafka'): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes(program) && line.includes(`${folder}/cluster/`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
