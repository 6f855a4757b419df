import { readExportFile } from '@proving/progress';
import { learnersOf } from '@proving/progress/cohort';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../src/instructors/cohort/choices.ts';
import { classroomOf } from '../../src/instructors/cohort/classroom.ts';
import { placeAfter } from '../../src/instructors/cohort/grid-keys.ts';
import { readHandedIn } from '../../src/instructors/cohort/handed-in.ts';
import { madeUpClass } from '../../src/instructors/made-up/made-up-class.ts';
import { cohortOfCourse } from './course-data.ts';

const now = new Date('2026-11-21T12:00:00.000Z');
const data = await cohortOfCourse();
const files = madeUpClass(data, { learners: 14, now, course: '0.1.0' });

describe('the made-up class', () => {
  it('is made of whole logs, of learners with numbers for names, all before now', async () => {
    const texts = await Promise.all(files.map((file) => file.text()));
    const learners = learnersOf(texts.flatMap((text) => readExportFile(text, 'x') ?? []));
    expect(learners.map(({ name }) => name).toSorted()).toEqual(files.map((_, i) => `learner ${i + 1}`).toSorted());
    expect(learners.map(({ edited }) => edited)).toEqual(files.map(() => 0));
    for (const { last } of learners) expect(last && last < now.toISOString()).toBe(true);
  });

  it('shows each thing that the page can show', async () => {
    const read = await readHandedIn(files, () => {});
    const { stuck, missed, rows } = await classroomOf(read.files, data.lessons, now, () => {});
    expect(read.notices).toEqual([]);
    expect(stuck.length).toBeGreaterThan(0);
    expect(new Set(missed.map(({ what }) => what))).toEqual(new Set(['question', 'prediction', 'task']));
    expect(new Set(rows.flatMap(({ cells }) => cells.map(({ mark }) => mark)))).toEqual(
      new Set(['finished', 'begun', 'untouched']),
    );
  });
});

describe('a wrong choice', () => {
  it('of a prediction is said in the words that the log keeps, with the belief of that option', () => {
    const [lesson, id] = ['07-acks-and-durability', '01-leader-dies-after-ok'];
    const asked = data.lessons.find(({ folder }) => folder === lesson)?.predictions[id];
    const all = 'All twenty: they were acknowledged.';
    expect(asked?.right).toMatch(/^Ten: /);
    const missed = { lesson, what: 'prediction', id, wrong: 2, tried: 3, because: [['W55', 2]], said: [[all, 2]] } as const;
    expect(choicesOf(missed, asked, data.beliefs)).toEqual([
      { says: all, times: 2, belief: { id: 'W55', says: data.beliefs['W55'] } },
    ]);
  });

  it('of a question is said in the words of the options that betray the belief', () => {
    const [lesson, id] = ['07-acks-and-durability', 'q1'];
    const asked = data.lessons.find(({ folder }) => folder === lesson)?.questions[id];
    const missed = { lesson, what: 'question', id, wrong: 1, tried: 1, because: [['W12', 1]], said: [] } as const;
    expect(choicesOf(missed, asked, data.beliefs)).toMatchObject([{ says: 'Any consumer can read it now.', times: 1 }]);
  });
});

it('no key leads out of the table, and each arrow takes one step or none', () => {
  const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown');
  const size = fc.record({ row: fc.integer({ min: 1, max: 200 }), column: fc.integer({ min: 1, max: 36 }) });
  fc.assert(
    fc.property(size, fc.array(fc.tuple(keys, fc.boolean())), (table, pressed) => {
      let at = { row: 0, column: 0 };
      for (const [key, ctrl] of pressed) {
        const next = placeAfter(key, ctrl, at, table);
        if (next === null) throw new Error(key);
        expect(next.row >= 0 && next.row < table.row && next.column >= 0 && next.column < table.column).toBe(true);
        if (key.startsWith('Arrow')) expect(Math.abs(next.row - at.row) + Math.abs(next.column - at.column)).toBeLessThanOrEqual(1);
        at = next;
      }
    }),
  );
  expect(placeAfter('Enter', false, { row: 0, column: 0 }, { row: 2, column: 2 })).toBe(null);
});
