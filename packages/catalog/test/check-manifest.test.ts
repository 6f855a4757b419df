import { describe, expect, test } from 'vitest';
import { checkLesson } from '../src/index.ts';
import { folderIn, lessonCourse } from './seed.ts';
import { first, inLesson, wrong } from './wrong.ts';

describe('checkLesson', () => {
  test('finds nothing in a whole lesson but that it is short', async () => {
    await using made = await lessonCourse();
    expect(await checkLesson(folderIn(made), { cache: null })).toEqual([
      {
        code: 'words',
        lesson: '07-acks-and-durability',
        file: 'theory.md',
        line: null,
        field: null,
        says: 'has 20 words',
        fix: 'a theory has 900 to 1500',
        broken: false,
      },
    ]);
  });

  test.for<[Record<string, string | null>, string[]]>([
    [
      inLesson("'With acks=all an acknowledged record outlives its leader.'", "' '"),
      ['wrong-form lesson.ts claims.acknowledged-survives: is empty'],
    ],
    [
      inLesson("proves: 'acknowledged-survives'", "proves: 'nothing'"),
      [
        'unknown-claim lesson.ts experiments.01-leader-dies-after-ok.proves: "nothing" is no claim of this lesson',
        'claim-unproved lesson.ts claims.acknowledged-survives: is proved by no experiment',
        `claims-differ ${first}: proves "acknowledged-survives", lesson.ts says "nothing"`,
      ],
    ],
    [
      inLesson("treatment: 'acks=all', ", ''),
      [
        'wrong-form lesson.ts experiments.01-leader-dies-after-ok.arms: has no arm called treatment',
        'wrong-form lesson.ts experiments.01-leader-dies-after-ok.arms: needs a second arm, in which the cause is taken away',
      ],
    ],
    [
      inLesson("about: 'control'", "about: 'nobody'"),
      ['unknown-arm lesson.ts experiments.01-leader-dies-after-ok.predict.about: "nobody" is no arm of it'],
    ],
    [
      inLesson("          { says: 'some', when: { lost: atLeast(1) } },\n", ''),
      ['wrong-form lesson.ts experiments.01-leader-dies-after-ok.predict.options: needs at least two options'],
    ],
    [
      inLesson('atLeast(1)', '0'),
      [
        'same-when lesson.ts experiments.01-leader-dies-after-ok.predict.options.1.when: fits the same measurements as another option',
      ],
    ],
    [inLesson("field: 'stored', ", ''), ['wrong-form lesson.ts experiments.02-no-answer.predict.field: is missing']],
    [
      inLesson("kind: 'number'", "kind: 'guess'"),
      ["wrong-form lesson.ts experiments.02-no-answer.predict.kind: must have the kind 'choice' or 'number'"],
    ],
    [
      inLesson("'no-answer-is-not-no':", "'third': 'Nobody proves me.', 'no-answer-is-not-no':"),
      ['claim-unproved lesson.ts claims.third: is proved by no experiment'],
    ],
    [inLesson("refutes: ['W3'", "refutes: ['3'"), ['wrong-form lesson.ts refutes.0: is not the id of a stale belief (W1, W2 …)']],
    [
      inLesson("needs: ['proxy']", "needs: ['magic']"),
      ['wrong-form lesson.ts experiments.02-no-answer.needs.0: must be one of kill, freeze, proxy, files, cli'],
    ],
    [
      inLesson("budget: '30s'", "budget: '30'"),
      ['wrong-form lesson.ts experiments.01-leader-dies-after-ok.budget: is not a duration such as 30s'],
    ],
    [
      inLesson("  question: 'What", "  questoin: 'What"),
      ['wrong-form lesson.ts question: is missing', 'wrong-form lesson.ts questoin: is not a field here'],
    ],
    [inLesson('part: 2', 'part: 9'), ['wrong-form lesson.ts part: Too big: expected number to be <=8']],
    [inLesson('part: 2', 'part: 3'), ['house other-part lesson.ts part: is 3, but lesson 07 belongs to part 2']],
    [inLesson('after: []', "after: ['01-the-log']"), ['house unknown-lesson lesson.ts after.0: there is no lesson "01-the-log"']],
    [
      inLesson('-> leader', `${'-'.repeat(60)}> leader`),
      ['house drawing-wide lesson.ts card.drawing: line 1 is wider than 64 columns'],
    ],
    [inLesson('export default lesson(', 'lesson('), ['no-default-export lesson.ts: exports nothing by default']],
    [
      inLesson('  minutes: 35,', '  minutes 35,'),
      [
        'unreadable lesson.ts:7: is not valid TypeScript: Unexpected token `numeric literal`. Expected ... , *,  (, [, :, , ?, =, an identifier, public, protected, private, readonly, <.',
      ],
    ],
    [inLesson('minutes: 35', 'minutes: minutes'), ['unreadable lesson.ts:7: failed while it was read: minutes is not defined']],
    [inLesson('import { atLeast', "import { z } from 'zod';\nimport { atLeast"), ['foreign-import lesson.ts: imports zod']],
    [
      inLesson('import { atLeast', "import { kafka } from './experiments/02-no-answer.ts';\nimport { atLeast"),
      ['foreign-import lesson.ts: imports ./experiments/02-no-answer.ts'],
    ],
    [
      inLesson('import { atLeast', 'import { nothing, atLeast'),
      [
        "unreadable lesson.ts:1: is not valid TypeScript: The requested module '@proving/spec' does not provide an export named 'nothing'",
      ],
    ],
    [{ 'lesson.ts': null }, ['file-missing lesson.ts: is missing']],
    [{ 'quiz.ts': null }, ['file-missing quiz.ts: is missing']],
    [{ 'theory.md': null }, ['file-missing theory.md: is missing']],
  ])('manifest %#', async ([change, findings]) => {
    expect(await wrong(change)).toEqual(findings);
  });
});
