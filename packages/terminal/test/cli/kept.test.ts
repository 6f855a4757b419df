import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keep, keptOf, putAside } from '../../src/assess/kept.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'proving-kept-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const kept = { seed: 7, began: '2026-11-21T08:00:00.000Z', ending: '-x', stage: 'planted', clues: 1 } as const;

test('an assessment under way is found again, and stays where it is', () => {
  keep(home, 1, kept);
  expect(putAside(home, 1)).toBeNull();
  expect(keptOf(home, 1)).toEqual(kept);
});

test.each(['', '{"seed":', '[]', '{"seed":-1}', '\0\0\0'])('%j in its place is put aside and not lost', (garbage) => {
  mkdirSync(join(home, 'assessments'));
  writeFileSync(join(home, 'assessments', 'part-1.json'), garbage);
  const aside = putAside(home, 1) ?? '';
  expect(readFileSync(aside, 'utf8')).toBe(garbage);
  expect(putAside(home, 1)).toBeNull();
  expect(keptOf(home, 1)).toBeNull();
});
