import type { Fact, ProgressEntry } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyMost, dueAt, schedule } from '../src/review/index.ts';
import { anyLog, entriesOf } from './seed.ts';

const day = 24 * 60 * 60 * 1_000;
const start = Date.parse('2026-01-01T18:00:00.000Z');
const answer = (question: string, outcome: 'right' | 'wrong' | 'skipped' = 'right', sure: boolean | null = null): Fact => ({
  kind: 'answer',
  lesson: '07-acks-and-durability',
  question,
  outcome,
  sure,
  beliefs: [],
});
const on = (days: number, facts: readonly Fact[]) => entriesOf(facts, { from: new Date(start + days * day).toISOString() });
const dueIn = (entries: readonly ProgressEntry[], id = 'q1') => {
  const card = schedule(entries).find((each) => each.id === id);
  return card ? Math.round((Date.parse(card.due) - Date.parse(card.last)) / day) : null;
};

describe('a card', () => {
  it('comes back the sooner the worse it was known', () => {
    const first = (outcome: 'right' | 'wrong', sure: boolean | null) => dueIn(on(0, [answer('q1', outcome, sure)])) ?? 0;
    expect(first('wrong', true)).toBeLessThanOrEqual(first('right', false));
    expect(first('right', false)).toBeLessThan(first('right', null));
    expect(first('right', null)).toBeLessThan(first('right', true));
    expect(first('wrong', true)).toBeGreaterThanOrEqual(1);
  });

  it('waits longer each time it is right', () => {
    const waits: number[] = [];
    let [at, entries] = [0, [] as readonly ProgressEntry[]];
    for (let i = 0; i < 5; i++) {
      entries = [...entries, ...on(at, [answer('q1')])];
      waits.push(dueIn(entries) ?? 0);
      at += waits.at(-1) ?? 0;
    }
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(5);
  });

  it('is made by the first answer of a day, not by the second, which had the reason before it', () => {
    expect(dueIn(on(0, [answer('q1', 'wrong'), answer('q1', 'right', true)]))).toBe(dueIn(on(0, [answer('q1', 'wrong')])));
  });

  it('is not made by what was skipped, nor by a prediction that was right', () => {
    const prediction = (outcome: 'right' | 'wrong' | 'skipped'): Fact => ({
      kind: 'prediction',
      lesson: '07-acks-and-durability',
      experiment: 'dies',
      said: null,
      measured: '',
      outcome,
      belief: null,
    });
    expect(schedule(on(0, [answer('q1', 'skipped'), prediction('right'), prediction('skipped')]))).toEqual([]);
    expect(schedule(on(0, [prediction('wrong')])).map(({ what, id }) => [what, id])).toEqual([['prediction', 'dies']]);
  });

  it('is the same for the same log in any order', () => {
    const plain = (entries: readonly ProgressEntry[]) =>
      schedule(entries)
        .map(({ known, ...card }) => ({ ...card, known: known(new Date('2027-01-01')) }))
        .sort((a, b) => (`${a.lesson}${a.what}${a.id}` < `${b.lesson}${b.what}${b.id}` ? -1 : 1));
    fc.assert(
      fc.property(anyLog, (log) => {
        expect(plain([...log].reverse())).toEqual(plain(log));
      }),
    );
  });
});

describe('400 days of a learner who was away for 60 of them', () => {
  const most = 3;
  it("never more than the day's share, the one most at risk first, and everything comes back in the end", () => {
    const questions = Array.from({ length: 20 }, (_, i) => `q${i + 1}`);
    const firstHalf = questions.slice(0, 10).map((q, i) => answer(q, i % 3 === 0 ? 'wrong' : 'right'));
    let entries: readonly ProgressEntry[] = on(0, firstHalf);
    let [largest, waiting] = [0, 0];
    for (let today = 1; today <= 400; today++) {
      const at = new Date(start + today * day);
      const pile = dueAt(schedule(entries), entries, at, most);
      largest = Math.max(largest, pile.items.length);
      waiting = Math.max(waiting, pile.due);
      const known = pile.items.map((item) => item.known(at));
      expect(known).toEqual([...known].sort((a, b) => a - b));
      if (today > 100 && today <= 160) continue;
      const fresh = today === 20 ? questions.slice(10) : [];
      const again = pile.items.map(({ id }, i) => answer(id, (today + i) % 9 === 0 ? 'wrong' : 'right'));
      const facts = [...again, ...fresh.map((q) => answer(q))];
      if (facts.length > 0) entries = [...entries, ...on(today, facts)];
      if (today % 10 > 0) continue;
      const later = dueAt(schedule(entries), entries, new Date(at.getTime() + day / 12), most);
      expect(later.items.length).toBe(Math.min(Math.max(0, most - later.asked), later.due));
    }
    // Away for two months, more was due than a day takes; it was asked in shares all the same.
    expect(waiting).toBeGreaterThan(most);
    expect(largest).toBe(most);
    expect(dueAt(schedule(entries), entries, new Date(start + 401 * day), most).due).toBeLessThanOrEqual(2 * most);
    expect(schedule(entries)).toHaveLength(20);
  });

  it('is ten a day when nobody says otherwise', () => {
    const entries = on(
      0,
      Array.from({ length: 25 }, (_, i) => answer(`q${i + 1}`, 'wrong')),
    );
    const pile = dueAt(schedule(entries), entries, new Date(start + 90 * day));
    expect([pile.items.length, pile.due, dailyMost]).toEqual([10, 25, 10]);
  });
});
