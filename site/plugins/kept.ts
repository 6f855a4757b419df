import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One reading of files, for as long as they stay as they are: whoever asks again is given the same value. */
export interface Kept<T> {
  get(): T;
}

/**
 * @param stamp differs when what is read differs
 * @param read what it costs to keep
 */
export function kept<T>(stamp: () => string, read: () => T): Kept<T> {
  let last: { readonly stamp: string; readonly value: T } | null = null;
  return {
    get() {
      const now = stamp();
      if (last?.stamp !== now) last = { stamp: now, value: read() };
      return last.value;
    },
  };
}

/**
 * The names and ages of files; one that is not there is part of the stamp, too. Asked without a promise for each: for the thousand
 * files of all lessons that takes a third of the processor time.
 */
export const stampOf = (files: readonly string[]): string =>
  files.map((file) => `${file} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs}`).join('\n');

/** Every file below a folder, but not what is installed there. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return [];
    return entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)];
  });
