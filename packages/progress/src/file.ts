import { type FileHandle, open, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readLine } from './entry.ts';

/** Where a device's writing goes on. */
export interface Tail {
  /** The id and chain value of the device's last entry in the file. */
  readonly id: string | null;
  readonly chain: string;
  /** The last line has no end: it was being written when something died. */
  readonly torn: boolean;
}

/** Reads a log from its end until it has found the device's last entry. The caller holds the lock. */
export async function tailOf(path: string, device: string): Promise<Tail> {
  const file = await openOrNull(path);
  if (file === null) return { id: null, chain: '', torn: false };
  try {
    const { size } = await file.stat();
    let torn: boolean | null = null;
    for (let length = 64 * 1024; ; length *= 8) {
      const from = Math.max(0, size - length);
      const bytes = await bytesOf(file, from, size);
      torn ??= size > 0 && bytes.at(-1) !== newline;
      const last = lastOf(
        device,
        bytes
          .toString('utf8')
          .split('\n')
          .slice(from === 0 ? 0 : 1),
      );
      if (last !== null || from === 0) return { id: last?.id ?? null, chain: last?.chain ?? '', torn };
    }
  } finally {
    await file.close();
  }
}

/** Appends and flushes. When that fails, the file is cut back to what it was. The caller holds the lock. */
export async function appendText(path: string, text: string): Promise<void> {
  const isNew = (await openOrNull(path).then((file) => file?.close() ?? null)) === null;
  const file = await open(path, 'a', 0o600);
  try {
    const { size } = await file.stat();
    try {
      await file.appendFile(text);
      await file.sync();
    } catch (failure) {
      await file.truncate(size).catch(() => undefined);
      throw failure;
    }
  } finally {
    await file.close();
  }
  if (isNew) await syncFolder(dirname(path));
}

/** The text of a small file that is written once and then stays. The caller holds the lock. */
export async function makeOnce(path: string, make: () => string): Promise<string> {
  const there = (await readFile(path, 'utf8').catch(() => '')).trim();
  if (there !== '') return there;
  const text = make();
  await writeFile(`${path}.new`, `${text}\n`, { flush: true });
  await rename(`${path}.new`, path);
  return text;
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

async function bytesOf(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const buffer = Buffer.alloc(to - from);
  const { bytesRead } = await file.read(buffer, 0, buffer.length, from);
  return buffer.subarray(0, bytesRead);
}

async function openOrNull(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw failure;
  }
}

/** A new file is only there after a power cut when its folder was flushed too. Windows cannot, and does so by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

const newline = 0x0a;
