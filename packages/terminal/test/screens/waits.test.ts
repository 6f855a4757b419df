import { expect, it } from 'vitest';
import { printer } from '../../src/plain/print.ts';
import type { Told } from '../../src/walk/runner.ts';
import { paper } from './watched.ts';

/** What is printed of these, each told at its moment, in seconds. */
function printed(all: readonly (readonly [at: number, told: Told])[]): readonly string[] {
  const lines: string[] = [];
  let now = 0;
  const { told } = printer(
    (text) => void lines.push(...text.split('\n').filter(Boolean)),
    paper(80),
    () => now * 1_000,
  );
  for (const [at, each] of all) {
    now = at;
    told(each);
  }
  return lines.map((line) => line.trim());
}
const heals = (done: number): Told => ({ type: 'progress', doing: 'Healing Kafka', done, of: 3, unit: 'brokers' });
const starts: Told = { type: 'progress', doing: 'Starting Kafka' };
const begins = (index: number): Told => ({ type: 'arm.started', arm: `arm${index}`, label: `arm ${index}`, index, of: 3 });
const ends: Told = { type: 'arm.ended', arm: 'arm0', verdict: { kind: 'unjudged', because: '' } };

it('a healing under two seconds is not mentioned; one that lasts is, counted from its own beginning', () => {
  expect(
    printed([
      [0, starts],
      [2.1, starts],
      [3, begins(0)],
      [10, ends],
      [10.1, heals(1)],
      [11.1, heals(2)],
      [11.9, begins(1)],
      [40, ends],
      [40.1, heals(0)],
      [41.1, heals(1)],
      [42.2, heals(1)],
      [43.2, heals(2)],
      [44.3, heals(2)],
      [45, begins(2)],
    ]),
  ).toEqual([
    'Starting Kafka',
    'Starting Kafka, 2 s',
    'arm 0  (1 of 3)',
    'arm 1  (2 of 3)',
    'Healing Kafka: 1 of 3 brokers, 2 s',
    'Healing Kafka: 2 of 3 brokers, 4 s',
    'arm 2  (3 of 3)',
  ]);
});

it('a second healing is not added to the first one, also where nothing was said between them', () => {
  const waiting: Told = { type: 'waiting', for: 'pnpm prove 07' };
  expect(
    printed([
      [0, waiting],
      [1, heals(0)],
      [60, heals(0)],
      [61, heals(0)],
    ]),
  ).toEqual(['waiting for pnpm prove 07', 'Healing Kafka: 0 of 3 brokers', 'Healing Kafka: 0 of 3 brokers']);
});
