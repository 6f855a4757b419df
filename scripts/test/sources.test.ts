import { expect, test } from 'vitest';
import { sources } from '../check/sources.ts';
import { found, said } from './seeded.ts';

const lesson = {
  'lessons/07-acks/lesson.ts': "export default { claims: { 'acked-survives': 'It does.' }, refutes: ['W1'] };\n",
  'lessons/07-acks/quiz.ts': "export default [{ id: 'q1' }, { id: 'q2' }];\n",
  'lessons/07-acks/theory.md': '## One\n\n```text\n## no step\n```\n\n## Two\n',
};

const page = (count: string, ...rows: readonly string[]) =>
  [`- ${count}. What was asked.`, '', '| id | asked | where |', '|---|---|---|', ...rows, ''].join('\n');

const good = {
  ...lesson,
  'notes/sources.md': page(
    'S000: 4 rows',
    '| S000-01 | Is it safe? | 07 `acked-survives` · 07.q2 · 07.2 |',
    '| ~S000-02 | a b \\| c | see [positions](positions.md#drawn) · later: lesson 08 `not-here-yet` |',
    '| S000-03 | x | not planned: nobody teaches it |',
    '| S000-04 | x | 07, the exercise |',
  ),
  'notes/stale-beliefs.md': page('W: 1 rows', '| W1 | it is safe | 07 `acked-survives` · later: lesson 27 |'),
  'notes/positions.md': page('', '| log end | x | 07 `acked-survives` |'),
  'notes/which-client.md': page('', '| acks | all | 07 `acked-survives` |'),
};

const withSources = (count: string, ...rows: readonly string[]) => ({ ...good, 'notes/sources.md': page(count, ...rows) });
const withBeliefs = (...rows: readonly string[]) => ({ ...good, 'notes/stale-beliefs.md': page('W: 1 rows', ...rows) });
const here = '07 `acked-survives`';

test('a page on which every row leads somewhere', async () => {
  expect(await said(sources, good)).toEqual([]);
});

test('a course without lessons, and pages that are gone', async () => {
  expect(await said(sources, { 'README.md': '' })).toEqual([]);
  expect(await said(sources, lesson)).toEqual([
    'notes/sources.md  is not there',
    'notes/stale-beliefs.md  is not there',
    'notes/positions.md  is not there',
    'notes/which-client.md  is not there',
  ]);
});

test('rows that are missing, that are there twice, beyond the count, and that nobody counts', async () => {
  const rows = [
    `| S000-01 | x | ${here} |`,
    `| ~S000-03 | x | ${here} |`,
    `| S000-03 | x | ${here} |`,
    `| S000-05 | x | ${here} |`,
  ];
  expect(await said(sources, withSources('S000: 4 rows', ...rows, `| S001-001 | x | ${here} |`))).toEqual([
    'notes/sources.md:1  says S000 has 4 rows, and number 2 is missing',
    'notes/sources.md:1  says S000 has 4 rows, and number 4 is missing',
    'notes/sources.md:7  S000-03 is here a second time',
    'notes/sources.md:8  S000-05 is beyond the 4 rows of the opening',
    'notes/sources.md:9  has rows of S001, and nothing says how many',
  ]);
});

test('a source that is counted and has no row at all', async () => {
  expect(await said(sources, withSources('S002: 1 rows'))).toEqual([
    'notes/sources.md:1  says S002 has 1 rows, and number 1 is missing',
  ]);
});

test('answers that are empty, that are words only, and that give no reason', async () => {
  const rows = ['| S000-01 | x | |', '| S000-02 | x | in the theory |', '| S000-03 | x | not planned: |'];
  expect(await said(sources, withSources('S000: 3 rows', ...rows))).toEqual([
    'notes/sources.md:5  S000-01 has no answer',
    'notes/sources.md:6  S000-02 names nothing that a reader could open',
    'notes/sources.md:7  S000-03 names nothing that a reader could open',
  ]);
});

test('lessons, claims, questions, steps and pages that are not there', async () => {
  const rows = [
    '| S000-01 | x | 05 `commit-means-next` |',
    '| S000-02 | x | 07 `acked-survive` |',
    '| S000-03 | x | 07.q3 |',
    '| S000-04 | x | 07.3 |',
    '| S000-05 | x | [gone](gone.md) |',
    '| S000-06 | x | 37 |',
    '| S000-07 | x | `acked-survives` |',
    '| S000-08 | x | later: lesson 00 |',
  ];
  expect(await said(sources, withSources('S000: 8 rows', ...rows))).toEqual([
    'notes/sources.md:5  S000-01 names lesson 05, which is not here',
    'notes/sources.md:6  S000-02 names the claim "acked-survive", which lesson 07 does not make',
    'notes/sources.md:7  S000-03 names 07.q3, which is not asked',
    'notes/sources.md:8  S000-04 names 07.3, which is no step',
    'notes/sources.md:9  S000-05 names the page notes/gone.md, which is not there',
    'notes/sources.md:10  S000-06 names lesson 37',
    'notes/sources.md:11  S000-07 names acked-survives of no lesson',
    'notes/sources.md:12  S000-08 names lesson 00',
  ]);
});

test('a promise for later that has become now is found once for all its rows, with what to do', async () => {
  const rows = ['| S000-01 | x | later: lesson 07 `acked-survives` |', `| S000-02 | x | ${here} · later: lesson 07 |`];
  expect(await found(sources, withSources('S000: 2 rows', ...rows))).toEqual([
    {
      path: 'notes/sources.md',
      line: 5,
      what: 'says "later: lesson 07" in 2 rows, and lesson 07 is here',
      do: 'put "07" for "later: lesson 07" on the page, and see that the claims named there answer each row',
    },
  ]);
});

test('a belief that only one side calls refuted', async () => {
  expect(await said(sources, withBeliefs('| W1 | x | later: lesson 27 |'))).toEqual([
    'notes/stale-beliefs.md:5  does not name lesson 07 at W1, which lessons/07-acks/lesson.ts refutes',
  ]);
  const two = { ...good, 'notes/stale-beliefs.md': page('W: 2 rows', `| W1 | x | ${here} |`, `| W2 | x | ${here} |`) };
  expect(await said(sources, two)).toEqual(['notes/stale-beliefs.md:6  says that lesson 07 refutes W2, and its manifest does not']);
});

test('a wrong claim on the page of positions', async () => {
  const files = { ...good, 'notes/positions.md': page('', '| log end | x | 07 `log-ends` |') };
  expect(await said(sources, files)).toEqual([
    'notes/positions.md:5  log end names the claim "log-ends", which lesson 07 does not make',
  ]);
});
