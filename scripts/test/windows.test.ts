import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Count,
  CountBySession,
  CountByWindow,
  Final,
  isOver,
  type Operator,
  Task,
  type View,
  windowsAt,
} from '../../lessons/19-time-and-windows/windows/index.ts';

const run = (operator: Operator, views: readonly View[]): readonly Count[] => {
  const task = new Task(operator);
  return views.flatMap((view) => task.process(view));
};
const place = ({ key, start }: Count) => `${start} ${key}`;
const last = (said: readonly Count[]) => Object.fromEntries(said.map((count) => [place(count), count.count]));
const sum = (counts: readonly (number | null)[]) => counts.reduce<number>((all, count) => all + (count ?? 0), 0);

const view = fc.record({ key: fc.constantFrom('a', 'b', 'c'), time: fc.integer({ min: 0, max: 300 }) });
const views = fc.array(view, { maxLength: 60 });
const windowing = fc.integer({ min: 1, max: 20 }).chain((advance) =>
  fc.record({
    size: fc.integer({ min: 1, max: 4 }).map((n) => n * advance),
    advance: fc.constant(advance),
  }),
);
const grace = fc.integer({ min: 0, max: 40 });

describe('the windows of lesson 19', () => {
  test('a time stamp lies in as many windows as fit over each other, all on the grid, and no other window has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), windowing, (time, { size, advance }) => {
        const windows = windowsAt(time, { size, advance });
        expect(windows).toHaveLength(size / advance);
        for (const { start, end } of windows) {
          expect([start <= time, time < end, end - start, Math.abs(start % advance)]).toEqual([true, true, size, 0]);
        }
      }),
    );
  });

  test('with grace enough, the last counts are the same in whatever order the views come', () => {
    fc.assert(
      fc.property(views, windowing, fc.infiniteStream(fc.nat()), (some, cut, dice) => {
        const shuffled = some.map((each) => [dice.next().value as number, each] as const).toSorted(([a], [b]) => a - b);
        const counting = () => new CountByWindow(cut, 1_000);
        const other = shuffled.map(([, each]) => each);
        expect(last(run(counting(), other))).toEqual(last(run(counting(), some)));
      }),
    );
  });

  test('each view is counted or dropped, once for each of its windows', () => {
    fc.assert(
      fc.property(views, windowing, grace, (some, cut, wait) => {
        const operator = new CountByWindow(cut, wait);
        const said = run(operator, some);
        expect(said.length + operator.dropped).toBe((some.length * cut.size) / cut.advance);
      }),
    );
  });

  test('what is said once is what was said last of the same window; what is not said is not over', () => {
    fc.assert(
      fc.property(views, windowing, grace, (some, cut, wait) => {
        const each = run(new CountByWindow(cut, wait), some);
        const once = run(new Final(new CountByWindow(cut, wait), wait), some);
        expect(new Set(once.map(place)).size).toBe(once.length);
        expect(last(each)).toMatchObject(last(once));
        const time = Math.max(...some.map((one) => one.time));
        const said = new Set(once.map(place));
        for (const count of each) expect(said.has(place(count))).toBe(isOver(count, time, wait));
      }),
    );
  });

  test('sessions of a key lie further apart than the gap, and hold every view that was not dropped', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 1, max: 30 }), grace, (some, gap, wait) => {
        const operator = new CountBySession(gap, wait);
        const left = new Map<string, Count>();
        for (const count of run(operator, some)) {
          const session = `${count.key} ${count.start} ${count.end}`;
          if (count.count === null) expect(left.delete(session)).toBe(true);
          else left.set(session, count);
        }
        const sessions = [...left.values()].toSorted((a, b) => a.key.localeCompare(b.key) || a.start - b.start);
        expect(sum(sessions.map(({ count }) => count)) + operator.dropped).toBe(some.length);
        for (const [i, { key, start }] of sessions.entries()) {
          const before = sessions[i - 1];
          if (before?.key === key) expect(start - before.end).toBeGreaterThan(gap);
        }
      }),
    );
  });
});

// What Kafka Streams 4.3.1 answered to the same records in one partition, caching off; times in ms.
describe('as Kafka Streams answered', () => {
  const story = 'a@1 a@4 b@9.999 a@10 a@3 b@12 a@19 b@8 a@20 a@25 b@40';
  const told = (operator: Operator, bracket = ')') => {
    const said = run(
      operator,
      story.split(' ').map((each) => {
        const [key = '', second] = each.split('@');
        return { key, time: Math.round(Number(second) * 1_000) };
      }),
    );
    const spelled = said.map(({ key, start, end, count }) => `${key}[${start / 1_000},${end / 1_000}${bracket}=${count}`);
    return spelled.join(' ');
  };
  const tumbling = { size: 10_000, advance: 10_000 };

  test.each([
    ['no grace', 0, 2, 'a[0,10)=1 a[0,10)=2 b[0,10)=1 a[10,20)=1 b[10,20)=1 a[10,20)=2 a[20,30)=1 a[20,30)=2 b[40,50)=1'],
    [
      'a grace of 10 s',
      10_000,
      0,
      'a[0,10)=1 a[0,10)=2 b[0,10)=1 a[10,20)=1 a[0,10)=3 b[10,20)=1 a[10,20)=2 b[0,10)=2 a[20,30)=1 a[20,30)=2 b[40,50)=1',
    ],
  ])('windows that touch, %s', (_, wait, dropped, answer) => {
    const operator = new CountByWindow(tumbling, wait);
    expect([told(operator), operator.dropped]).toEqual([answer, dropped]);
  });

  test('windows that overlap: a record that comes too late misses two', () => {
    const operator = new CountByWindow({ size: 10_000, advance: 5_000 }, 0);
    expect(told(operator).split(' ')).toHaveLength(18);
    expect(operator.dropped).toBe(4);
  });

  test('sessions with grace: what is one now is taken back first, also where its bounds stay', () => {
    expect(told(new CountBySession(5_000, 10_000), ']')).toBe(
      'a[1,1]=1 a[1,1]=null a[1,4]=2 b[9.999,9.999]=1 a[10,10]=1 a[1,4]=null a[1,4]=3 b[9.999,9.999]=null b[9.999,12]=2 a[19,19]=1 ' +
        'b[9.999,12]=null b[8,12]=3 a[19,19]=null a[19,20]=2 a[19,20]=null a[19,25]=3 b[40,40]=1',
    );
  });

  test('one count for each window that is over', () => {
    expect(told(new Final(new CountByWindow(tumbling, 0), 0))).toBe('a[0,10)=2 b[0,10)=1 a[10,20)=2 b[10,20)=1 a[20,30)=2');
  });
});
