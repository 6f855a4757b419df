import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Duration } from '@proving/spec';
import { isAlive } from '../processes.ts';
import { holders } from '../turnstile.ts';
import { ms, Plain } from '../words.ts';
import { readRecord } from './member-state.ts';

/** What a keeper must know of a cluster: that of JVMs and that of containers have it alike. */
export interface Kept {
  readonly home: string;
  readonly cluster: string;
  readonly used: string;
  readonly users: string;
  readonly leases: string;
  readonly logs: string;
  record(name: 'keeper'): string;
}

/** How long a cluster that nobody uses may run. */
export function idleAllowed(env: Readonly<Record<string, string | undefined>> = process.env): Duration {
  const wanted = (env['PROVING_IDLE'] || '30min') as Duration;
  try {
    ms(wanted);
    return wanted;
  } catch (cause) {
    throw new Plain('setting', `PROVING_IDLE is "${wanted}".`, { fix: 'write a duration: 90s, 30min', exit: 64, cause });
  }
}

/** Notes that the cluster is being used now. */
export function touch(files: Kept): void {
  mkdirSync(files.cluster, { recursive: true });
  writeFileSync(files.used, `${idleAllowed()}\n`);
}

/** Milliseconds until the cluster stops by itself if nobody uses it; null when it is in use or nothing watches it. */
export function idleLeft(files: Kept): number | null {
  if (!keeperLives(files) || inUse(files)) return null;
  try {
    return Math.max(0, statSync(files.used).mtimeMs + ms(readFileSync(files.used, 'utf8').trim() as Duration) - Date.now());
  } catch {
    return null;
  }
}

/** By a command that has it open, or by a lease. */
export const inUse = (files: Kept): boolean => holders(files.users).length > 0 || holders(files.leases).length > 0;

/** Called when the time is up: whether it is time indeed, or somebody uses the cluster, who is given the whole time again. */
export function isForgotten(files: Kept): boolean {
  if (!inUse(files)) return idleLeft(files) === 0;
  const now = new Date();
  utimesSync(files.used, now, now);
  return false;
}

export function keeperLives(files: Kept): boolean {
  const keeper = readRecord(files.record('keeper'));
  return keeper !== null && isAlive(keeper);
}

/** A small process that outlives the commands and ends with the cluster; when its time is up it runs `stopper`, a program. */
export async function ensureKeeper(
  files: Kept,
  stopper: readonly [file: string, ...args: readonly string[]],
  env: NodeJS.ProcessEnv = { PATH: process.env['PATH'] },
): Promise<void> {
  if (keeperLives(files)) return;
  const small = ['--max-old-space-size=16', '--max-semi-space-size=1', '--no-opt', '--single-threaded-gc'];
  const { launch } = await import('./launch.ts');
  await launch(process.execPath, [...small, keeperFile, files.cluster, ...stopper], {
    record: files.record('keeper'),
    out: `${files.logs}/keeper.out`,
    cwd: files.cluster,
    env: { ...env, PROVING_HOME: files.home },
  });
}

const keeperFile = fileURLToPath(new URL('./keeper.js', import.meta.url));
