import type { RunEventOf } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOver, windows, windowsInSentences } from '../src/index.ts';
import { aClockAhead, counted, created, story, twoComeLate } from './processed.ts';

const viewed = fc.record({ key: fc.constantFrom('a', 'b', 'c'), second: fc.nat(90), partition: fc.nat(1) });
const rule = fc.record({ size: fc.integer({ min: 1, max: 20 }), grace: fc.nat(20), final: fc.boolean() });

describe('windows over stream time', () => {
  it('counts each record in its window or drops it, and stream time is the newest of its partition', () => {
    fc.assert(
      fc.property(fc.array(viewed, { maxLength: 60 }), rule, (views, { size, grace, final }) => {
        const { tasks } = windows.of([created('views', 2), ...counted(views, { size, grace, final })]);
        for (const task of tasks) {
          const own = views.filter(({ partition }) => partition === task.partition);
          expect(task.records.map(({ time }) => time / 1_000)).toEqual(own.map(({ second }) => second));
          expect(task.streamTime).toBe(Math.max(...own.map(({ second }) => second)) * 1_000);
          const sum = task.windows.reduce((all, { count }) => all + count, 0);
          expect(sum).toBe(task.records.filter(({ late }) => late === 0).length);
          for (const { start, end, key, count } of task.windows) {
            const within = ({ key: its, time, late }: (typeof task.records)[number]) =>
              its === key && late === 0 && start <= time && time < end;
            expect(task.records.filter(within)).toHaveLength(count);
          }
        }
        expect(tasks.reduce((sum, { records }) => sum + records.length, 0)).toBe(views.length);
      }),
    );
  });

  it('what is said once is said of what is over, and of nothing else', () => {
    fc.assert(
      fc.property(fc.array(viewed, { maxLength: 60 }), rule, (views, { size, grace }) => {
        for (const task of windows.of(counted(views, { size, grace, final: true })).tasks) {
          for (const window of task.windows) expect(window.said).toBe(isOver(window, task) ? window.count : null);
          expect(task.said).toBe(task.windows.filter((each) => isOver(each, task)).length);
        }
      }),
    );
  });

  it('a count that is taken back makes its window go', () => {
    const [first] = counted(story('a@1')) as [RunEventOf<'task.windowed'>];
    const [one] = first.counts;
    if (!one) throw new Error('nothing was counted');
    const longer = { ...one, end: one.end + 3_000, count: 2 };
    const merged = { ...first, counts: [{ ...one, count: null }, longer], said: [{ ...one, count: null }, longer] };
    expect(windows.of([first, merged]).tasks[0]?.windows).toEqual([{ key: 'a', start: 0, end: 13_000, count: 2, said: 2 }]);
  });

  it('can be read aloud: windows, and what came too late', () => {
    expect(windowsInSentences(windows.of(twoComeLate)).slice(-3)).toEqual([
      'b[40,50): 1, open.',
      'a@3 at stream time 10: too late, dropped.',
      'b@8 at stream time 19: too late, dropped.',
    ]);
    expect(windowsInSentences(windows.of(aClockAhead))).toContain('views/0: stream time 2400, over up to 2390, 3 counts said.');
  });
});
