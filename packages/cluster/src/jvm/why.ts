import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Files } from './files.ts';
import { freeBytes } from './room.ts';

/** Why a process of the cluster ended, as far as its own words tell. `line` is the line that matters. */
export interface Death {
  /** `refused`: it gave up by itself, for another reason. `killed`: a signal ended it. */
  readonly kind: 'port' | 'disk' | 'memory' | 'locked' | 'refused' | 'killed';
  readonly line: string;
}

/** @param ended its exit code or signal: `exit 1`, `SIGKILL` */
export function whyItDied(files: Files, id: number, ended: string): Death {
  const lines = `${tail(files.out(id))}\n${tail(files.log(id))}`.split('\n').map((line) => line.trim());
  for (const [kind, pattern] of telling) {
    const line = lines.find((each) => pattern.test(each));
    if (line !== undefined) return { kind, line };
  }
  const line = lines.find((each) => /\b(FATAL|ERROR)\b|Exception|^Error/.test(each)) ?? lines.findLast((each) => each !== '');
  if ((freeBytes(files.data) ?? Number.POSITIVE_INFINITY) < 65_536) return { kind: 'disk', line: line ?? 'no space is left' };
  return { kind: ended.startsWith('exit') ? 'refused' : 'killed', line: line ?? `it wrote nothing (${ended})` };
}

const telling: readonly (readonly [Death['kind'], RegExp])[] = [
  ['disk', /No space left on device|Disk quota exceeded/],
  ['port', /Address already in use|BindException/],
  ['memory', /insufficient memory|Could not reserve enough space|OutOfMemoryError|Cannot allocate memory/],
  ['locked', /Failed to acquire lock on file/],
];

/** The last 64 KB. */
export function tail(file: string, bytes = 65_536): string {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(descriptor);
    const buffer = Buffer.alloc(Math.min(size, bytes));
    readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    return buffer.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}
