import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseLedger } from '../src/index.ts';

const ledger = readFileSync(join(import.meta.dirname, '../../../notes/ledger.jsonl'), 'utf8');

it('the ledger of the course is read whole, and written again it is the same', () => {
  const lines = parseLedger(ledger);
  expect(lines.length).toBeGreaterThan(50);
  expect(lines.map((line) => `${JSON.stringify(line)}\n`).join('')).toBe(ledger);
});

it.each([
  ['{"at":"2026-11-', 'notes/ledger.jsonl:3 is not JSON'],
  ['{"at":"2026-11-21T10:00:00.000Z","verdict":"perhaps"}', 'notes/ledger.jsonl:3 is not what a ledger holds'],
])('a line that is none is named: %s', (line, says) => {
  const two = ledger.split('\n').slice(0, 2);
  expect(() => parseLedger([...two, line, ''].join('\n'), 'notes/ledger.jsonl')).toThrow(says);
});
