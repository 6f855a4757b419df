import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldOf, lensInSentences, reelOf } from '@proving/replay';
import { parseTrace, writeTrace } from '@proving/spec';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { repeated } from '../../../packages/replay/test/repeated.ts';
import { figures, lensesFor } from '../../src/replay/lenses.tsx';
import { load } from '../../src/replay/load.ts';

// A run of 10,000 events is scrubbed without a frame over 50 ms. A clock says little on a busy machine, so what a frame costs is
// counted: the events that are folded, and the elements that are drawn.
const lessons = join(import.meta.dirname, '../../../lessons');
const runs = [
  '04-consumer-groups/traces/05-three-small-topics.treatment.jsonl',
  '06-rebalancing/traces/02-two-idle-brokers.treatment.jsonl',
  '06-rebalancing/traces/04-one-slow-member.treatment.jsonl',
  '07-acks-and-durability/traces/01-leader-dies-after-ok.treatment.jsonl',
  '10-transactions/traces/04-held-back.treatment.jsonl',
  '10-transactions/traces/05-five-kills.treatment.jsonl',
  '11-storage/traces/04-kept-by-size.treatment.jsonl',
  '12-flow-control/traces/03-order-5-is-stuck.treatment.jsonl',
  '19-time-and-windows/traces/04-two-come-late.treatment.jsonl',
  '20-joins/traces/02-two-of-a-kind.tables.jsonl',
] as const;
const longRun = (path: string) => repeated(parseTrace(readFileSync(join(lessons, path), 'utf8')), 10_000);

it.each(runs)('%s, 10,000 events long, is drawn with elements that can be told apart', { timeout: 120_000 }, async (path) => {
  const run = await load({ id: 'a', label: '', trace: new File([writeTrace(longRun(path))], 'long.jsonl') });
  expect(run.reel.events.length).toBeGreaterThan(9_900);
  for (const lens of lensesFor([run])) {
    const drawn = { now: run.end, end: run.end, all: [run.end], t: run.until, until: run.until, width: 700 };
    const elements = renderToStaticMarkup(figures[lens](drawn)).match(/<[a-z]/g) ?? [];
    expect([lens, elements.length]).toEqual([lens, expect.toSatisfy((n: number) => n > 5 && n <= 1_500)]);
    const words = lensInSentences(lens, run.end, run.until).slice(0, 16).join(' ');
    expect(words.length).toBeLessThan(40_000);
  }
});

it('entering a run of 10,000 events anywhere folds fewer than 64 of them', { timeout: 60_000 }, () => {
  let folded = 0;
  const counting = foldOf(0, (n) => {
    folded += 1;
    return n + 1;
  });
  const { events } = longRun(runs[2]);
  const reel = reelOf(counting, events);
  while (reel.ahead(64));
  expect(folded).toBeGreaterThanOrEqual(events.length - 64);
  for (const place of [events.length, 0, 9_999, 64, 63, 5_000, 4_999, 127, 9_001]) {
    folded = 0;
    expect(reel.at(place)).toBe(Math.min(place, events.length));
    expect(folded).toBeLessThan(64);
  }
  // Step by step, as it is played, each is folded once.
  reel.at(0);
  folded = 0;
  for (let n = 1; n <= 1_000; n++) reel.at(n);
  expect(folded).toBeLessThanOrEqual(1_000);
});
