import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';

/**
 * Who a process is. A pid alone is used again by the system; together with the moment of its start it names one process for
 * as long as the machine runs.
 */
export interface ProcessId {
  readonly pid: number;
  /** Linux: boot id and start tick (field 22 of `/proc/<pid>/stat`); elsewhere what `ps -o lstart=` prints. */
  readonly start: string;
}

/** `gone` also where another process has the pid now, and for a zombie: it holds neither ports nor files. */
export type ProcessState = 'running' | 'frozen' | 'gone';

export function stateOf(process: ProcessId): ProcessState {
  const seen = look(process.pid);
  if (seen === null || seen.start !== process.start || isOver(process.pid, seen.state)) return 'gone';
  return /^[Tt]/.test(seen.state) ? 'frozen' : 'running';
}

/** A zombie holds neither ports nor files, unless it is only the first thread that has ended: the others still hold them. */
function isOver(pid: number, state: string): boolean {
  if (!/^[ZX]/.test(state)) return false;
  try {
    return readdirSync(`/proc/${pid}/task`).length <= 1;
  } catch {
    return true;
  }
}

export const isAlive = (process: ProcessId): boolean => stateOf(process) !== 'gone';

// Before `self`, which reads it while this file is loaded.
let boot: string | undefined;

/** Sends a signal to exactly that process; false when it is gone. */
export function signal(target: ProcessId, name: NodeJS.Signals): boolean {
  if (!isAlive(target)) return false;
  try {
    return process.kill(target.pid, name);
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw failure;
  }
}

/** This process, as others will see it. */
export const self: ProcessId = { pid: process.pid, start: ownStart() };

/** Resident memory in bytes; null when the process is gone. */
export function residentBytes(of: ProcessId): number | null {
  if (!isAlive(of)) return null;
  try {
    if (platform() === 'linux') {
      const kB = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${of.pid}/status`, 'utf8'))?.[1];
      return kB === undefined ? null : Number(kB) * 1024;
    }
    return Number(ps('rss=', of.pid)) * 1024;
  } catch {
    return null;
  }
}

/**
 * A POSIX shell script that leaves pid and start of the shell in the file `$1`, which must not exist, and then becomes the
 * rest of its arguments. The process itself writes who it is, before it is Kafka: a starter that is killed in that moment
 * leaves nobody unknown behind, and of two starters one is refused.
 */
export const recordThenBecome = [
  'record=$1; shift; own=$record.$$',
  '{ echo $$; cat /proc/sys/kernel/random/boot_id /proc/$$/stat 2>/dev/null || LC_ALL=C ps -o lstart= -p $$; } > "$own" || exit',
  'ln "$own" "$record"; linked=$?; rm -f "$own"',
  '[ $linked = 0 ] && exec "$@"',
].join('\n');

/** Reads what `recordThenBecome` wrote; null for anything else. */
export function parseRecord(text: string): ProcessId | null {
  const [pid = '', boot = '', stat] = text.trim().split('\n');
  if (!/^\d+$/.test(pid) || boot === '') return null;
  const start = stat === undefined ? boot.trim() : linuxStart(boot, stat);
  return start === null ? null : { pid: Number(pid), start };
}

function ownStart(): string {
  const start = look(process.pid)?.start;
  if (start === undefined) throw new Error(`the system does not show process ${process.pid}, which is this one`);
  return start;
}

function look(pid: number): { readonly state: string; readonly start: string } | null {
  try {
    if (platform() === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const start = linuxStart(bootId(), stat);
      return start === null ? null : { state: afterName(stat)[0] ?? '', start };
    }
    const [, state = '', start = ''] = /^(\S+)\s+(.*)$/.exec(ps('stat=,lstart=', pid)) ?? [];
    return start === '' ? null : { state, start };
  } catch {
    return null;
  }
}

function linuxStart(boot: string, stat: string): string | null {
  const ticks = afterName(stat)[19];
  return ticks === undefined ? null : `${boot.trim().slice(0, 8)}.${ticks}`;
}

/** The fields of `/proc/<pid>/stat` from the third on; the second is a name that may hold anything, brackets included. */
function afterName(stat: string): readonly string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function bootId(): string {
  boot ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
  return boot;
}

function ps(columns: string, pid: number): string {
  const env = { ...process.env, LC_ALL: 'C' };
  return execFileSync('ps', ['-o', columns, '-p', String(pid)], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
