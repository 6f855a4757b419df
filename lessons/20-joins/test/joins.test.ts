import type { StreamRecord } from '@proving/lesson-17/streams';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Join, JoinTask, type Pair, type Side, StreamStream, StreamTable, TableTable } from '../joins/index.ts';

const key = fc.constantFrom('ada', 'bob');
const stamps = fc.array(fc.record({ key, time: fc.integer({ min: 0, max: 30 }) }), { maxLength: 12 });
const topic = (name: string) =>
  stamps.map((all) =>
    all.toSorted((a, b) => a.time - b.time).map(({ key, time }, i): StreamRecord => ({ key, value: `${name}${i}`, time })),
  );
const [left, right] = [topic('l'), topic('r')];
const coins = fc.array(fc.boolean(), { minLength: 24, maxLength: 24 });

/** Both topics, each in its own order, dealt into one another by coins. */
function arrive(join: Join, lefts: readonly StreamRecord[], rights: readonly StreamRecord[], heads: readonly boolean[]) {
  const [some, others] = [[...lefts], [...rights]];
  const pairs: Pair[] = [];
  for (const head of heads) {
    const side: Side = (head && some.length > 0) || others.length === 0 ? 'left' : 'right';
    const record = (side === 'left' ? some : others).shift();
    if (record) pairs.push(...join.process(side, record));
  }
  return pairs;
}

const told = ({ key, left, right, time }: Pair) => `${key} ${left} ${right} ${time}`;
const lastOf = (pairs: readonly Pair[]) => Object.fromEntries(pairs.map((pair) => [pair.key, told(pair)]));

test('two streams: the pairs of a key that are near enough, each once, in whatever order they arrive', () => {
  fc.assert(
    fc.property(left, right, coins, fc.integer({ min: 0, max: 10 }), (lefts, rights, heads, within) => {
      const near = lefts.flatMap((l) =>
        rights
          .filter((r) => r.key === l.key && Math.abs(l.time - r.time) <= within)
          .map((r) => told({ key: l.key, left: `${l.value}`, right: r.value, time: Math.max(l.time, r.time) })),
      );
      expect(arrive(new StreamStream(within), lefts, rights, heads).map(told).sort()).toEqual(near.sort());
    }),
  );
});

test('two tables: the same last row in whatever order the changes arrive', () => {
  fc.assert(
    fc.property(left, right, coins, coins, (lefts, rights, one, other) => {
      const [a, b] = [one, other].map((heads) => lastOf(arrive(new TableTable(), lefts, rights, heads)));
      expect(a).toEqual(b);
    }),
  );
});

test('a stream and a table: one answer for each record of the stream; two orders of arrival may differ', () => {
  fc.assert(
    fc.property(left, right, coins, (lefts, rights, heads) => {
      const pairs = arrive(new StreamTable(), lefts, rights, heads);
      expect(pairs.map((pair) => pair.left)).toEqual(lefts.map(({ value }) => value));
    }),
  );
  const [order, address] = [
    { key: 'ada', value: 'pen', time: 1 },
    { key: 'ada', value: 'Oslo', time: 0 },
  ] as const;
  const answers = [true, false].map((head) => arrive(new StreamTable(), [order], [address], [head, !head])[0]?.right);
  expect(answers).toEqual([null, 'Oslo']);
});

test('a task whose topics were there before it takes them by time stamp, however they are fetched', () => {
  fc.assert(
    fc.property(left, right, coins, (lefts, rights, heads) => {
      const seen: number[] = [];
      const join: Join = {
        process(_, { time }) {
          seen.push(time);
          return [];
        },
      };
      const task = new JoinTask(join, { left: lefts.length, right: rights.length });
      const at = { left: 0, right: 0 };
      for (const head of heads) {
        const side = (head && at.left < lefts.length) || at.right >= rights.length ? 'left' : 'right';
        const record = (side === 'left' ? lefts : rights)[at[side]];
        if (!record) break;
        at[side] += 1;
        task.fetched(side, [record], at[side]);
        Array.from(task.work());
      }
      expect(seen).toEqual([...lefts, ...rights].map(({ time }) => time).sort((a, b) => a - b));
    }),
  );
});
