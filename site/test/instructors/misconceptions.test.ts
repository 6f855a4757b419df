import { describe, expect, it } from 'vitest';
import { staleBeliefs } from '../../plugins/beliefs.ts';
import { misconceptionsData } from '../../plugins/data/misconceptions.ts';
import { lessonsHere } from './course-data.ts';

const lessons = await lessonsHere();
const data = await misconceptionsData(lessons);
const beliefs = await staleBeliefs();

describe('what learners get wrong', () => {
  it('holds each belief that a manifest refutes, with an experiment that shows it', () => {
    expect(data.map(({ folder, beliefs }) => [folder, beliefs.map(({ id }) => id)])).toEqual(
      lessons.map(({ folder, manifest }) => [folder, manifest.refutes]),
    );
    const shown = data.flatMap(({ beliefs }) => beliefs.flatMap(({ refutedBy }) => refutedBy.map(({ address }) => address)));
    expect(shown.length).toBeGreaterThanOrEqual(data.flatMap(({ beliefs }) => beliefs).length);
    for (const address of shown) expect(address).toMatch(/^\d\d\.[1-9]\d?$/);
  });

  it('shows every experiment of every lesson, each under a belief or beside them', () => {
    for (const { folder, beliefs, others } of data) {
      const shown = new Set([...beliefs.flatMap(({ refutedBy }) => refutedBy), ...others].map(({ experiment }) => experiment));
      const { experiments = {} } = lessons.find((lesson) => lesson.folder === folder)?.manifest ?? {};
      expect([...shown].toSorted()).toEqual(Object.keys(experiments).toSorted());
    }
  });

  it('has the words of the wrong answers, from the lesson itself', () => {
    const survives = data.find(({ number }) => number === '07')?.beliefs.find(({ id }) => id === 'W55');
    expect(survives?.heard.map(({ at }) => at)).toContain('The leader says ok and dies');
    expect(survives?.heard.map(({ at }) => at)).toContain('07.q1');
  });
});

it('a belief names the claims of the lessons that are here, and none of a lesson to come', () => {
  expect(beliefs.get('W6')?.shownBy).toEqual({
    '02': ['one-key-one-partition'],
    '03': ['partitioners-disagree', 'growing-moves-keys'],
  });
  const here = new Set(lessons.map(({ number }) => number));
  const shown = [...beliefs.values()].flatMap(({ shownBy }) => Object.entries(shownBy));
  expect(shown.filter(([number, claims]) => !here.has(number) || claims.length === 0)).toEqual([]);
  // Lesson 26 alone refutes W1.
  if (!here.has('26')) expect(beliefs.get('W1')?.shownBy).toEqual({});
});
