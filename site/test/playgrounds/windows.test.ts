import type { Trace } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordsIn, textOf } from '../../src/playgrounds/windows/records.ts';
import { countedBy, resultsOf, type Windowing, windowsAt } from '../../src/playgrounds/windows/windows.ts';
import { eventsOf, observedIn, traceOf } from './traces.ts';

const tumbling = (size: number, grace = 0): Windowing => ({ size, advance: size, grace });
const told = (text: string, windowing: Windowing) =>
  countedBy(recordsIn(text).records, windowing)
    .flatMap(({ counts }) => counts.map(({ key, from, to, count }) => `${key}[${from},${to})=${count}`))
    .join(' ');
const lost = (text: string, windowing: Windowing) =>
  countedBy(recordsIn(text).records, windowing).flatMap(({ late }) => late).length;

// What Kafka Streams 4.3.1 answered to the same records on one partition, written down record by record, caching off.
const input = 'a@1 a@4 b@9.999 a@10 a@3 b@12 a@19 b@8 a@20 a@25 b@40';

describe('as Kafka Streams answered', () => {
  it('windows of 10 s, no grace: two records come too late, one of them because of another key', () => {
    expect(told(input, tumbling(10))).toBe(
      'a[0,10)=1 a[0,10)=2 b[0,10)=1 a[10,20)=1 b[10,20)=1 a[10,20)=2 a[20,30)=1 a[20,30)=2 b[40,50)=1',
    );
    expect(lost(input, tumbling(10))).toBe(2);
  });

  it('a grace of 10 s: nothing is too late', () => {
    expect(told(input, tumbling(10, 10))).toBe(
      'a[0,10)=1 a[0,10)=2 b[0,10)=1 a[10,20)=1 a[0,10)=3 b[10,20)=1 a[10,20)=2 b[0,10)=2 a[20,30)=1 a[20,30)=2 b[40,50)=1',
    );
    expect(lost(input, tumbling(10, 10))).toBe(0);
  });

  it('windows of 10 s every 5 s: a record is counted twice, and is late twice', () => {
    const hopping = { size: 10, advance: 5, grace: 0 };
    expect(told(input, hopping).split(' ')).toHaveLength(18);
    expect(told(input, hopping)).toMatch(/^a\[-5,5\)=1 a\[0,10\)=1 /);
    expect(lost(input, hopping)).toBe(4);
  });

  it('a window is final when a record has passed its end by the grace, and the newest one never is', () => {
    const finals = (grace: number) =>
      resultsOf(countedBy(recordsIn(input).records, tumbling(10, grace)), tumbling(10, grace)).map(
        ({ key, from, to, count, by }) => `${key}[${from},${to})=${count} by ${by === null ? 'nobody' : input.split(' ')[by]}`,
      );
    expect(finals(0)).toEqual([
      'a[0,10)=2 by a@10',
      'b[0,10)=1 by a@10',
      'a[10,20)=2 by a@20',
      'b[10,20)=1 by a@20',
      'a[20,30)=2 by b@40',
      'b[40,50)=1 by nobody',
    ]);
    expect(finals(10).slice(0, 3)).toEqual(['a[0,10)=3 by a@20', 'b[0,10)=2 by a@20', 'a[10,20)=2 by b@40']);
  });
});

// Each of these runs was counted by Kafka Streams as well, and says that it wrote the same records.
describe('lesson 19, recorded', () => {
  it.each([
    ['01-cut-in-pieces', 'treatment', tumbling(10)],
    ['01-cut-in-pieces', 'hopping', { size: 10, advance: 5, grace: 0 }],
    ['04-two-come-late', 'treatment', tumbling(10, 10)],
    ['04-two-come-late', 'control', tumbling(10)],
    ['05-each-or-final', 'control', tumbling(10)],
  ])('%s, %s: each count as it was written', (experiment, arm, windowing) => {
    const trace = traceOf('19-time-and-windows', experiment, arm);
    const views = sentTo(trace, 'views').map(({ value }) => value);
    const counts = sentTo(trace, 'counts').map(({ key, value }) => `${key}=${value}`);
    expect(observedIn(trace)['sameAsStreams']).toBe(true);
    expect(counts.length).toBeGreaterThan(0);
    expect(told(views.join(' '), windowing)).toBe(counts.join(' '));
    expect(lost(views.join(' '), windowing)).toBe(observedIn(trace)['dropped'] ?? 0);
  });

  it('05-each-or-final, treatment: what is over, in the order in which it was written', () => {
    const trace = traceOf('19-time-and-windows', '05-each-or-final', 'treatment');
    const views = sentTo(trace, 'views').map(({ value }) => value);
    const results = resultsOf(countedBy(recordsIn(views.join(' ')).records, tumbling(10)), tumbling(10));
    const over = results.filter(({ by }) => by !== null).map(({ key, from, to, count }) => `${key}[${from},${to})=${count}`);
    expect(observedIn(trace)['sameAsStreams']).toBe(true);
    expect(over).toEqual(sentTo(trace, 'counts').map(({ key, value }) => `${key}=${value}`));
  });
});

/** The records that a run has sent to the topic of that title, in order. */
function sentTo(trace: Trace, title: string) {
  const created = eventsOf(trace, 'topic.created').find((event) => event.title === title);
  return eventsOf(trace, 'client.send')
    .filter(({ topic }) => topic === created?.topic)
    .flatMap(({ records }) => records);
}

const seconds = fc.integer({ min: 0, max: 600_000 }).map((ms) => ms / 1_000);
const record = fc.record({ key: fc.constantFrom('a', 'b', 'c'), at: seconds });
const windowing = fc
  .record({ size: fc.integer({ min: 2, max: 15 }).map((n) => n * 2), grace: fc.nat(30), half: fc.boolean() })
  .map(({ size, grace, half }): Windowing => ({ size, grace, advance: half ? size / 2 : size }));

it('a time falls into as many windows as overlap, each begins at a multiple of the step and holds it', () => {
  fc.assert(
    fc.property(seconds, windowing, (at, cut) => {
      const windows = windowsAt(at, cut);
      expect(windows).toHaveLength(cut.size / cut.advance);
      for (const { from, to } of windows) {
        expect(Math.abs(from % cut.advance)).toBe(0);
        expect(to - from).toBe(cut.size);
        expect(from <= at && at < to).toBe(true);
      }
    }),
  );
});

it('no record is forgotten: in each of its windows it is counted or late', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), windowing, (records, cut) => {
      const arrivals = countedBy(records, cut);
      for (const [i, { counts, late }] of arrivals.entries())
        expect([...counts, ...late].map(({ from }) => from).sort((a, b) => a - b)).toEqual(
          windowsAt(records[i]?.at ?? 0, cut).map(({ from }) => from),
        );
      const sum = resultsOf(arrivals, cut).reduce((all, { count }) => all + count, 0);
      expect(sum).toBe(arrivals.reduce((all, { counts }) => all + counts.length, 0));
    }),
  );
});

it('records in the order of their time are never late; more grace never counts less', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), windowing, fc.nat(30), (records, cut, more) => {
      const ordered = records.toSorted((a, b) => a.at - b.at);
      expect(countedBy(ordered, cut).flatMap(({ late }) => late)).toEqual([]);
      const late = (grace: number) => countedBy(records, { ...cut, grace }).flatMap((each) => each.late).length;
      expect(late(cut.grace + more)).toBeLessThanOrEqual(late(cut.grace));
    }),
  );
});

it('what is final stays as it is, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 30 }), fc.array(record, { maxLength: 10 }), windowing, (first, more, cut) => {
      const final = resultsOf(countedBy(first, cut), cut).filter(({ by }) => by !== null);
      expect(resultsOf(countedBy([...first, ...more], cut), cut)).toEqual(expect.arrayContaining(final));
    }),
  );
});

it('records are read as they are written, and what is none is told', () => {
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), (records) => {
      expect(recordsIn(records.map(textOf).join(' '))).toEqual({ records, unread: [] });
    }),
  );
  expect(recordsIn('a@1, b@2\nmilk a@ @3 a@-1 a@601 a@1e3').unread).toEqual(['milk', 'a@', '@3', 'a@-1', 'a@601', 'a@1e3']);
  expect(recordsIn(Array.from({ length: 41 }, () => 'a@1').join(' ')).unread).toEqual(['a@1']);
});
