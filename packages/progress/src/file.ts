import { closeSync, fstatSync, fsync, ftruncateSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { readLine } from './entry.ts';

// Only flushing is left to another thread: everything else here takes microseconds, and less than a thread's answer would.
const flush = promisify(fsync);

/** Where a device's writing goes on. */
export interface Tail {
  /** The id and chain value of the device's last entry in the file. */
  readonly id: string | null;
  readonly chain: string;
  /** The last line has no end: it was being written when something died. */
  readonly torn: boolean;
}

/** Reads a log from its end until it has found the device's last entry. The caller holds the lock. */
export function tailOf(path: string, device: string): Tail {
  const file = openOrNull(path);
  if (file === null) return { id: null, chain: '', torn: false };
  try {
    const { size } = fstatSync(file);
    for (let length = 4096; ; length *= 8) {
      const from = Math.max(0, size - length);
      const bytes = bytesOf(file, from, size);
      const lines = bytes.toString('utf8').split('\n');
      const last = lastOf(device, from === 0 ? lines : lines.slice(1));
      if (last === null && from > 0) continue;
      return { id: last?.id ?? null, chain: last?.chain ?? '', torn: size > 0 && bytes.at(-1) !== newline };
    }
  } finally {
    closeSync(file);
  }
}

/** Appends and flushes. When that fails, the file is cut back to what it was. The caller holds the lock. */
export async function appendText(path: string, text: string): Promise<void> {
  const before = openOrNull(path);
  if (before !== null) closeSync(before);
  const file = openSync(path, 'a', 0o600);
  const { size } = fstatSync(file);
  try {
    writeFileSync(file, text);
    await flush(file);
  } catch (failure) {
    cutBack(file, size);
    throw failure;
  } finally {
    closeSync(file);
  }
  if (before === null) await flushFolder(dirname(path));
}

/** The text of a small file that is written once and then stays. The caller holds the lock. */
export function makeOnce(path: string, make: () => string): string {
  const there = openOrNull(path);
  const text = there === null ? '' : readFileSync(there, 'utf8').trim();
  if (there !== null) closeSync(there);
  if (text !== '') return text;
  const made = make();
  writeFileSync(`${path}.new`, `${made}\n`, { flush: true, mode: 0o600 });
  renameSync(`${path}.new`, path);
  return made;
}

function lastOf(device: string, lines: readonly string[]): { readonly id: string; readonly chain: string } | null {
  for (let i = lines.length - 1; i >= 0; i--) {
    const text = lines[i] as string;
    if (!text.includes(device)) continue;
    const line = readLine(text);
    if (line.is !== 'unreadable' && line.entry.device === device) return line.entry;
  }
  return null;
}

function bytesOf(file: number, from: number, to: number): Buffer {
  const buffer = Buffer.alloc(to - from);
  return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, from));
}

function cutBack(file: number, size: number): void {
  try {
    ftruncateSync(file, size);
  } catch {
    // Then a torn line stays, which every reader skips and the next append mends.
  }
}

function openOrNull(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw failure;
  }
}

/** A new file is only there after a power cut when its folder was flushed too. Windows cannot, and does so by itself. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    await flush(handle);
  } finally {
    closeSync(handle);
  }
}

const newline = 0x0a;
