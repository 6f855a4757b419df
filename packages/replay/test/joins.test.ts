import type { RunEvent } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinShape, joins, joinsInSentences, partnersOf } from '../src/index.ts';
import { orderAndAddress, twoHashes, twoStreams, twoTables } from './processed.ts';

const zero = 1_795_000_000_000;
const told = fc.record({ side: fc.constantFrom('left', 'right'), key: fc.constantFrom('ada', 'bob'), second: fc.nat(20) });
type Told = { side: 'left' | 'right'; key: string; second: number };

/** A join of two streams as it is defined: whoever is near enough and has come before. Every record has a value of its own. */
function joined(all: readonly Told[], within: number): readonly RunEvent[] {
  return all.map(({ side, key, second }, i): RunEvent => {
    const others = [...all.slice(0, i).entries()].filter(
      ([, other]) => other.side !== side && other.key === key && Math.abs(other.second - second) <= within,
    );
    const pairs = others.map(([j]) => (side === 'left' ? { left: `r${i}`, right: `r${j}` } : { left: `r${j}`, right: `r${i}` }));
    return {
      ...{ type: 'task.joined', t: i, within: within * 1_000, partition: 0, zero, side, key, value: `r${i}` },
      left: { topic: 'orders-7f3a', kind: 'stream' },
      right: { topic: 'addresses-7f3a', kind: 'stream' },
      ...{ time: zero + second * 1_000, pairs },
    };
  });
}

describe('a join timeline', () => {
  it('of two streams draws a line between each two that are near, and no other, whichever came first', () => {
    fc.assert(
      fc.property(fc.array(told, { maxLength: 40 }), fc.nat(5), (all, within) => {
        const [task] = joins.of(joined(all as readonly Told[], within)).tasks;
        for (const [i, one] of all.entries()) {
          const near = [...all.entries()].filter(
            ([, other]) => other.side !== one.side && other.key === one.key && Math.abs(other.second - one.second) <= within,
          );
          expect(task && partnersOf(task, i)).toEqual(near.map(([j]) => j));
        }
      }),
    );
  });

  it('follows a pair to the newest record of that key and value, and draws none to what it has not seen', () => {
    const again = [...orderAndAddress, ...orderAndAddress.filter(({ type }) => type === 'task.joined').slice(1, 3)];
    const [task] = joins.of(again).tasks;
    expect(task?.meetings.map(({ left, right }) => [left, right])).toEqual([
      [0, null],
      [2, 1],
      [5, 4],
    ]);
    const unseen = orderAndAddress.filter((event) => event.type !== 'task.joined' || event.side === 'left');
    expect(joins.of(unseen).tasks[0]?.meetings).toEqual([{ by: 0, left: 0, right: null }]);
  });

  it('is drawn over time for streams, as processed for tables, by key for many keys', () => {
    const shapes = [twoStreams, twoTables, orderAndAddress, twoHashes].map((events) => joinShape(joins.of(events).tasks));
    expect(shapes).toEqual(['in time', 'as processed', 'as processed', 'by key']);
  });

  it('can be read aloud: who met whom, and who met nobody', () => {
    expect(joinsInSentences(joins.of(orderAndAddress))).toEqual([
      'Partition 0: orders: a stream, addresses: a table.',
      'orders, ada: pen@1 met nobody.',
      'orders, ada: ink@3 met Oslo@0.',
    ]);
    expect(joinsInSentences(joins.of(twoStreams)).slice(1)).toEqual([
      'orders, ada: pen@1 met Oslo@0 and Rome@2.',
      'orders, ada: ink@3 met Rome@2.',
      'orders, bob: cap@6 met nobody.',
    ]);
    expect(joinsInSentences(joins.of(twoHashes))).toEqual([
      'orders/0 and addresses/0: ada, cleo met.',
      'orders/0: ben met nobody.',
      'addresses/0: emil met nobody.',
      'orders/1: emil met nobody.',
      'addresses/1: ben met nobody.',
    ]);
  });
});
