import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { diskFull, shortOfMemory } from '../errors.ts';

const MB = 1024 * 1024;
/** Fetching: 55 MB of jars, 50 MB of archive, and the same again while they are made. Running: logs and their indexes. */
const wanted = { fetching: 400 * MB, running: 150 * MB, memory: 500 * MB };

/**
 * Finds a want of room before anything is started, while it can still be said plainly.
 * @throws {Plain} codes `disk-full`, `memory`
 */
export function checkRoom(folder: string, fetched: boolean): void {
  const disk = freeBytes(folder);
  const need = fetched ? wanted.running : wanted.fetching;
  if (disk !== null && disk < need) throw diskFull(folder, `${inMB(disk)} free, ${inMB(need)} wanted`);
  const memory = availableMemory();
  if (memory !== null && memory < wanted.memory) throw shortOfMemory(`${inMB(memory)} available, ${inMB(wanted.memory)} wanted`);
}

/** Bytes free for this user on the disk of the folder, or of the nearest folder above that exists. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return dirname(folder) === folder ? null : freeBytes(dirname(folder));
  }
}

/** The folder, or the nearest above it that exists. */
export const freeFolder = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : freeFolder(dirname(folder));

/** What the system or the container would still give; null where the system does not say (macOS counts its cache as used). */
export const availableMemory = (): number | null => (process.platform === 'linux' ? process.availableMemory() : null);

const inMB = (bytes: number) => `${Math.floor(bytes / MB)} MB`;
