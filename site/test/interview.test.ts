import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allLessons } from '../plugins/course.ts';
import { type Asked, interviewData, sourcesFile } from '../plugins/data/interview.ts';

const parts = await interviewData(await allLessons());
const asked: readonly Asked[] = parts.flatMap(({ lessons }) => lessons.flatMap((card) => card.asked));

test('each lesson has its card, in its part', () => {
  const numbers = parts.map(({ numeral, lessons }) => `${numeral}: ${lessons.map(({ number }) => number).join(' ')}`);
  expect(numbers.slice(0, 2)).toEqual(['I: 01 02 03 04 05 06', 'II: 07 08 09 10 11 12']);
  expect(parts.flatMap(({ lessons }) => lessons).filter(({ answer, quiz }) => answer.length < 200 || quiz < 6)).toEqual([]);
});

test('a question of the page of sources has the claims and questions that its row names, and no word of where it was asked', () => {
  const { id, question, claims, quiz } = asked.find((each) => each.id === 'S002-46') as Asked;
  expect({ id, question, claims: claims.map((each) => each.id), quiz: quiz.map((each) => each.number + each.question.id) }).toEqual(
    {
      id: 'S002-46',
      question: 'How do you choose a partition count?',
      claims: ['one-owner-per-partition'],
      quiz: ['02q7'],
    },
  );
});

test('nothing is asked twice, nothing without an answer, nothing that is answered later alone', () => {
  expect(asked.length).toBeGreaterThan(30);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  expect(asked.filter(({ question, claims, quiz }) => !/^[A-Z].*\?$/.test(question) || claims.length + quiz.length === 0)).toEqual(
    [],
  );
  const announced = [...readFileSync(sourcesFile, 'utf8').matchAll(/^\| (S\d+-\d+) +\| .+?\? +\| later: /gm)].map(([, id]) => id);
  expect(announced).not.toEqual([]);
  expect(asked.filter(({ id }) => announced.includes(id))).toEqual([]);
});
