import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, type Operation, type SendOperation } from '../src/index.ts';
import type { Count, ReadRecord } from '../src/lab.ts';

// A history in which nothing is wrong, and its log; then faults are planted in it. The checker must find each and nothing else.

interface Clean {
  readonly operations: Operation[];
  readonly log: ReadRecord[];
}

const topic = 'orders';

function cleanHistory(sizes: readonly number[], partitions: number): Clean {
  const ends = Array.from({ length: partitions }, () => 0);
  const operations: Operation[] = [];
  const log: ReadRecord[] = [];
  let n = 0;
  sizes.forEach((size, at) => {
    const records = Array.from({ length: size }, () => {
      n += 1;
      const partition = n % partitions;
      const offset = ends[partition] as number;
      ends[partition] = offset + 1;
      log.push({ partition, offset, key: null, value: `order ${n}` });
      return { key: null, value: `order ${n}`, placed: { partition, offset } };
    });
    operations.push({ kind: 'send', process: 'producer', topic, at, records, outcome: 'ok', transaction: null });
  });
  for (const record of log)
    operations.push({
      kind: 'deliver',
      process: 'consumer',
      group: 'workers',
      topic,
      at: 1_000,
      ...record,
      isolation: 'read_committed',
    });
  return { operations, log };
}

function countsOf({ operations, log }: Clean): Record<Count, number> {
  const lists = check(operations, topic, log);
  return Object.fromEntries(Object.entries(lists).map(([count, list]) => [count, list.length])) as Record<Count, number>;
}

const nothingWrong = (clean: Clean): Record<Count, number> => ({
  sent: clean.log.length,
  acknowledged: clean.log.length,
  refused: 0,
  unanswered: 0,
  stored: clean.log.length,
  lost: 0,
  storedUnanswered: 0,
  duplicate: 0,
  undelivered: 0,
  redelivered: 0,
  reordered: 0,
  abortedRead: 0,
});

const histories = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 12 }),
    partitions: fc.integer({ min: 1, max: 4 }),
    pick: fc.nat(),
  })
  .map(({ sizes, partitions, pick }) => ({ clean: cleanHistory(sizes, partitions), pick }));

const chosen = <T>(list: readonly T[], pick: number): T => list[pick % list.length] as T;
const sendOf = ({ operations }: Clean, value: string | null) =>
  operations.find(
    (op): op is SendOperation => op.kind === 'send' && op.records.some((each) => each.value === value),
  ) as SendOperation;

describe('the history checker', () => {
  it('finds nothing in a history in which nothing is wrong', () => {
    fc.assert(fc.property(histories, ({ clean }) => void expect(countsOf(clean)).toEqual(nothingWrong(clean))));
  });

  it('finds an acknowledged record that is gone, its delivery notwithstanding', () => {
    fc.assert(
      fc.property(histories, ({ clean, pick }) => {
        const gone = chosen(clean.log, pick);
        const log = clean.log.filter((record) => record !== gone);
        expect(countsOf({ ...clean, log })).toEqual({ ...nothingWrong(clean), stored: log.length, lost: 1 });
        expect(check(clean.operations, topic, log).lost).toEqual([gone.value]);
      }),
    );
  });

  it('finds a second copy, which is not a loss and not a disorder', () => {
    fc.assert(
      fc.property(histories, ({ clean, pick }) => {
        const twice = chosen(clean.log, pick);
        const copy = { ...twice, offset: 1_000 };
        const operations: Operation[] = [
          ...clean.operations,
          { kind: 'deliver', process: 'consumer', group: 'workers', topic, at: 1_001, ...copy, isolation: 'read_committed' },
        ];
        expect(countsOf({ operations, log: [...clean.log, copy] })).toEqual({
          ...nothingWrong(clean),
          stored: clean.log.length + 1,
          duplicate: 1,
        });
      }),
    );
  });

  it('finds one record that stands behind a later one, in its partition only', () => {
    fc.assert(
      fc.property(histories, ({ clean, pick }) => {
        const partition = chosen(clean.log, pick).partition;
        const mine = clean.log.filter((record) => record.partition === partition);
        fc.pre(mine.length >= 2);
        const at = pick % (mine.length - 1);
        const [a, b] = [mine[at] as ReadRecord, mine[at + 1] as ReadRecord];
        const log = clean.log.map((record) =>
          record === a ? { ...b, offset: a.offset } : record === b ? { ...a, offset: b.offset } : record,
        );
        expect(countsOf({ ...clean, log })).toEqual({ ...nothingWrong(clean), reordered: 1 });
      }),
    );
  });

  it('tells a refusal from silence, and silence that was stored from silence that was not', () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom('fail' as const, 'info' as const),
        fc.boolean(),
        ({ clean, pick }, outcome, stored) => {
          const send = sendOf(clean, chosen(clean.log, pick).value);
          const values = new Set(send.records.map((record) => record.value));
          const operations = clean.operations
            .map((op) => (op === send ? { ...send, outcome } : op))
            .filter((op) => stored || op.kind !== 'deliver' || !values.has(op.value));
          const log = stored ? clean.log : clean.log.filter((record) => !values.has(record.value));
          expect(countsOf({ operations, log })).toEqual({
            ...nothingWrong(clean),
            acknowledged: clean.log.length - values.size,
            refused: outcome === 'fail' ? values.size : 0,
            unanswered: outcome === 'info' ? values.size : 0,
            stored: log.length,
            storedUnanswered: stored ? values.size : 0,
          });
        },
      ),
    );
  });

  it('counts a delivery that comes again to the same group, and not the one to another group', () => {
    fc.assert(
      fc.property(histories, fc.boolean(), ({ clean, pick }, sameGroup) => {
        const again = chosen(clean.log, pick);
        const operations: Operation[] = [
          ...clean.operations,
          {
            kind: 'deliver',
            process: 'other',
            group: sameGroup ? 'workers' : 'audit',
            topic,
            at: 1_002,
            ...again,
            isolation: 'read_committed',
          },
        ];
        expect(countsOf({ ...clean, operations })).toEqual({ ...nothingWrong(clean), redelivered: sameGroup ? 1 : 0 });
      }),
    );
  });

  it('finds a record that nobody got', () => {
    fc.assert(
      fc.property(histories, ({ clean, pick }) => {
        const missed = chosen(clean.log, pick);
        const operations = clean.operations.filter((op) => op.kind !== 'deliver' || op.value !== missed.value);
        expect(countsOf({ ...clean, operations })).toEqual({ ...nothingWrong(clean), undelivered: 1 });
      }),
    );
  });

  it('finds an aborted record that a read_committed consumer got, and leaves a read_uncommitted one alone', () => {
    fc.assert(
      fc.property(
        histories,
        fc.constantFrom('read_committed' as const, 'read_uncommitted' as const),
        ({ clean, pick }, isolation) => {
          const send = sendOf(clean, chosen(clean.log, pick).value);
          const operations: Operation[] = clean.operations.map((op) =>
            op === send ? { ...send, transaction: '1' } : op.kind === 'deliver' ? { ...op, isolation } : op,
          );
          operations.push({ kind: 'transaction', process: 'producer', transaction: '1', at: 0, outcome: 'aborted' });
          expect(countsOf({ ...clean, operations })).toEqual({
            ...nothingWrong(clean),
            abortedRead: isolation === 'read_committed' ? send.records.length : 0,
          });
        },
      ),
    );
  });

  it('does not mind sparse offsets', () => {
    fc.assert(
      fc.property(histories, ({ clean }) => {
        const sparse = (offset: number) => offset * 3 + 2;
        const log = clean.log.map((record) => ({ ...record, offset: sparse(record.offset) }));
        const operations = clean.operations.map((op) => (op.kind === 'deliver' ? { ...op, offset: sparse(op.offset) } : op));
        expect(countsOf({ operations, log })).toEqual(nothingWrong(clean));
      }),
    );
  });

  it('keeps to its topic', () => {
    fc.assert(
      fc.property(histories, ({ clean }) => {
        const counts = check(clean.operations, 'payments', []);
        expect(Object.values(counts).flat()).toEqual([]);
      }),
    );
  });
});
