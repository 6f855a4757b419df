import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './course.ts';

/** A row of `notes/stale-beliefs.md`. */
export interface Belief {
  /** `W55`. */
  readonly id: string;
  readonly says: string;
  readonly cameFrom: string;
  readonly truth: string;
  /** Claims that show it, by number of lesson: `07`. A lesson that is still to come has none here. */
  readonly shownBy: Readonly<Record<string, readonly string[]>>;
}

/**
 * The stale beliefs by id, in the order of the page.
 * @throws when the page has no row
 */
export async function staleBeliefs(): Promise<ReadonlyMap<string, Belief>> {
  const text = await readFile(join(root, 'notes', 'stale-beliefs.md'), 'utf8');
  const rows = text.split('\n').flatMap((line) => {
    const [, id = '', says = '', cameFrom = '', truth = '', answer = ''] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return /^W\d+$/.test(id) ? [{ id, says, cameFrom, truth, shownBy: shownBy(answer) }] : [];
  });
  if (rows.length === 0) throw new Error('notes/stale-beliefs.md has no row that begins with W and a number');
  return new Map(rows.map((row) => [row.id, row]));
}

/** "06 `a`, `b` · later: lesson 16 `c`" names a and b of lesson 06. */
function shownBy(answer: string): Belief['shownBy'] {
  const here = answer.split('·').filter((part) => !part.includes('later: lesson'));
  return Object.fromEntries(
    here.flatMap((part) => {
      const lesson = /(?<![\w`.-])\d\d\b/.exec(part)?.[0];
      const claims = [...part.matchAll(/`([^`]+)`/g)].map(([, claim]) => claim as string);
      return lesson === undefined || claims.length === 0 ? [] : [[lesson, claims] as const];
    }),
  );
}
