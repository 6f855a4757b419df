import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const form = z.object({
  seed: z.number().int().nonnegative(),
  /** When it began: an answer since then is one of its answers. */
  began: z.iso.datetime(),
  /** Of the incident's names on the cluster. */
  ending: z.string(),
  /** Noted before it is done: what is being planted or taken away may be there in part. */
  stage: z.enum(['questions', 'planting', 'planted', 'leaving']),
  clues: z.number().int().nonnegative(),
});

/** An assessment under way. What is written here outlives a kill -9 of whoever wrote it. */
export type Kept = z.infer<typeof form>;

const fileOf = (home: string, part: number) => join(home, 'assessments', `part-${part}.json`);

/** Null where none is under way, or where the file is not one of ours any more. */
export function keptOf(home: string, part: number): Kept | null {
  try {
    return form.parse(JSON.parse(readFileSync(fileOf(home, part), 'utf8')));
  } catch {
    return null;
  }
}

/** Written beside and renamed, so that nobody reads half of it. */
export function keep(home: string, part: number, kept: Kept): Kept {
  const file = fileOf(home, part);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(kept)}\n`, { flush: true });
  renameSync(`${file}.new`, file);
  return kept;
}

/** Takes a file that is not one of ours any more out of the way, and keeps it. @returns where it is now; null when all is well */
export function putAside(home: string, part: number): string | null {
  const file = fileOf(home, part);
  if (!existsSync(file) || keptOf(home, part) !== null) return null;
  renameSync(file, `${file}.broken`);
  return `${file}.broken`;
}

export function forget(home: string, part: number): void {
  rmSync(fileOf(home, part), { force: true });
}
