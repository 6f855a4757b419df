import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plansOf, taughtIn } from '../../plugins/plans/plans.ts';
import { minutesOf, schedule, sittingsOf, type Timed } from '../../plugins/plans/schedule.ts';
import { lessonsHere } from './course-data.ts';

const lessons = await lessonsHere();
const { plans, sittings, sitting } = plansOf(lessons);

describe.each(plans)('$title', ({ sessions, parts, follows, leavesOut }) => {
  const before = taughtIn(plans.find(({ id }) => id === follows)?.sessions ?? []);
  const taught = [...before, ...taughtIn(sessions)];

  it.each(sessions)('$title fits into its $minutes minutes', ({ left }) => {
    expect(left).toBeGreaterThanOrEqual(0);
  });

  it('teaches each lesson once at most, and none before those that it builds on', () => {
    expect(taught).toEqual([...new Set(taught)]);
    for (const [i, folder] of taught.entries()) {
      const after = lessons.find((lesson) => lesson.folder === folder)?.manifest.after ?? [];
      expect(taught.slice(0, i)).toEqual(expect.arrayContaining([...after]));
    }
    expect(taught.length + leavesOut.length).toBe(lessons.length);
  });

  it('teaches the parts that it names, whole, and follows a plan that is there', () => {
    const named = lessons.filter(({ manifest }) => parts.includes(manifest.part)).map(({ folder }) => folder);
    expect(taughtIn(sessions)).toEqual(named);
    expect(before.length > 0).toBe(follows !== undefined);
  });
});

it('a class meets every part that is here from its first lesson to its last, by days and by weeks', () => {
  const whole = [1, 2, 3, 4];
  for (const last of ['two-more-days', 'eight-more-weeks']) {
    const leavesOut = plans.find(({ id }) => id === last)?.leavesOut;
    const left = lessons.filter(({ number }) => leavesOut?.includes(number) ?? true);
    expect(left.filter(({ manifest }) => whole.includes(manifest.part))).toEqual([]);
  }
});

it('who learns alone meets every lesson, in order, in sittings that are short enough', () => {
  expect(sittings.flat().map(({ folder }) => folder)).toEqual(lessons.map(({ folder }) => folder));
  for (const lessons of sittings) expect(lessons.length === 1 || minutesOf(lessons) <= sitting).toBe(true);
});

const timed = (minutes: readonly number[]): Timed[] =>
  minutes.map((each, i) => ({ number: String(i + 1).padStart(2, '0'), folder: `l${i + 1}`, title: 't', minutes: each }));
const manner = { talk: 10, pause: { after: 60, minutes: 15 } };
const part = (lesson: number) => ({ is: 'lesson', lesson }) as const;

describe('a schedule', () => {
  it('adds up: lessons, talks, and a pause before a lesson that comes after too much work', () => {
    const session = { title: 's', from: '09:30', minutes: 120, parts: [part(1), part(2)] };
    const { rows, left } = schedule(session, manner, timed([30, 40]));
    expect(rows.map(({ at, is, minutes }) => `${at} ${is} ${minutes}`)).toEqual([
      '09:30 lesson 30',
      '10:00 talk 10',
      '10:10 pause 15',
      '10:25 lesson 40',
      '11:05 talk 10',
    ]);
    expect(left).toBe(15);
  });

  it('says by how much it is over, and then has no rest to give', () => {
    const parts = [part(1), { is: 'rest', says: 'exercises' } as const];
    const { rows, left } = schedule({ title: 's', from: null, minutes: 60, parts }, manner, timed([70]));
    expect(left).toBe(-20);
    expect(rows.map(({ says }) => says)).not.toContain('exercises');
  });

  it('of a lesson that is not there is none', () => {
    expect(() => schedule({ title: 'Day 1', from: null, minutes: 60, parts: [part(9)] }, manner, timed([30]))).toThrow(
      'A plan names lesson 9 for Day 1',
    );
  });

  it('never loses a minute, whatever the lessons take', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 5, max: 90 }), { minLength: 1, maxLength: 12 }), (minutes) => {
        const session = { title: 's', from: null, minutes: 600, parts: minutes.map((_, i) => part(i + 1)) };
        const { rows, left } = schedule(session, manner, timed(minutes));
        expect(minutesOf(rows) + left).toBe(600);
        expect(minutesOf(rows.filter(({ is }) => is === 'lesson'))).toBe(minutesOf(timed(minutes)));
        expect(sittingsOf(timed(minutes), 90).flat().length).toBe(minutes.length);
      }),
    );
  });
});
