import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A segment's `.log` file: its first possible offset, which is its name, and what is in it. */
export interface LogFile {
  readonly base: number;
  readonly bytes: Uint8Array;
}

/**
 * The `.log` files of a partition's folder, oldest first. Files that are on their way out (`.deleted`) or in (`.cleaned`) are passed over.
 * @returns null while the broker is exchanging files: ask again
 */
export async function readLogFolder(folder: string): Promise<readonly LogFile[] | null> {
  const before = await logFilesIn(folder);
  if (before === null) return null;
  const files = await Promise.all(
    before.map(async (name) => ({ base: Number.parseInt(name, 10), bytes: await readFile(join(folder, name)) })),
  ).catch(gone);
  const after = await logFilesIn(folder);
  return after?.join() === before.join() ? files : null;
}

async function logFilesIn(folder: string): Promise<readonly string[] | null> {
  const names = (await readdir(folder).catch(gone)) ?? [];
  // Between taking the old segments away and naming the new one, the cleaner's result is a `.swap`.
  if (names.some((name) => name.endsWith('.swap'))) return null;
  const files = names.filter((name) => /^\d{20}\.log$/.test(name)).sort();
  return files.length > 0 ? files : null;
}

function gone(cause: NodeJS.ErrnoException): null {
  if (cause.code === 'ENOENT') return null;
  throw cause;
}
