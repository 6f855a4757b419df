import { describe, expect, test } from 'vitest';
import { checkLesson, findingText, loadLesson, wordsOf } from '../src/index.ts';
import { folderIn, lessonCourse, wholeLesson } from './seed.ts';

const none = { cache: null };
const lesson = wholeLesson['lesson.ts'];
const quiz = wholeLesson['quiz.ts'];
const theory = wholeLesson['theory.md'];

describe('loadLesson', () => {
  test('gives manifest, steps with their code filled in, quiz and task', async () => {
    await using made = await lessonCourse();
    const loaded = await loadLesson(folderIn(made), none);
    expect({ ...loaded, manifest: loaded.manifest.title, quiz: loaded.quiz.map((each) => each.id) }).toEqual({
      ...folderIn(made),
      manifest: 'What "acknowledged" means',
      quiz: ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'],
      task: '# Survive\n',
      steps: [
        {
          number: 1,
          title: 'The leader keeps the promise alone',
          line: 1,
          blocks: [
            {
              kind: 'prose',
              line: 3,
              markdown: `A producer with acks=1 hears ok as soon as the leader has it. [[acknowledged-survives]]

\`\`\`ts file=experiments/01-leader-dies-after-ok.ts region=frozen
const orders = await lab.topic();
if (acks) {
  await lab.freeze([]);
}
\`\`\``,
            },
            { kind: 'run', experiment: '01-leader-dies-after-ok', line: 8 },
            { kind: 'prose', markdown: 'That is why it was lost.', line: 10 },
            { kind: 'ask', question: 'q3', line: 12 },
          ],
        },
        {
          number: 2,
          title: 'No answer is not no',
          line: 14,
          blocks: [
            {
              kind: 'prose',
              markdown: '`[[this is code]]` and [[no-answer-is-not-no]].\n\n```console\n$ pnpm lesson 07\n```',
              line: 16,
            },
            { kind: 'run', experiment: '02-no-answer', line: 22 },
          ],
        },
      ],
    });
    expect(loaded.manifest.experiments['01-leader-dies-after-ok']?.predict).toMatchObject({
      options: [{}, { when: { lost: { $atLeast: 1 } } }],
    });
    expect(wordsOf(loaded)).toBe(20);
  });

  test('a lesson without an exercise has no task', async () => {
    await using made = await lessonCourse({ 'exercise/task.md': null });
    expect((await loadLesson(folderIn(made), none)).task).toBeNull();
  });

  test('a file edited while the process runs is read again, also when its size and times stay the same', async () => {
    await using made = await lessonCourse();
    for (const minutes of [35, 36, 37, 35]) {
      await made.write({ 'lessons/07-acks-and-durability/lesson.ts': lesson.replace('minutes: 35', `minutes: ${minutes}`) });
      expect((await loadLesson(folderIn(made), none)).manifest.minutes).toBe(minutes);
    }
  });

  test('throws the first finding, with exit 3 and the count of the others', async () => {
    await using made = await lessonCourse({
      'theory.md': theory.replace('q3', 'q9').replace('[[no-answer-is-not-no]]', '[[nobody]]'),
    });
    await expect(loadLesson(folderIn(made), none)).rejects.toMatchObject({
      name: 'Plain',
      code: 'unknown-question',
      message: 'lessons/07-acks-and-durability/theory.md:12: "q9" is no question of quiz.ts',
      saw: '1 more finding in this lesson; pnpm check lists them',
      fix: 'one of q1, q2, q3, q4, q5, q6',
      exit: 3,
    });
  });
});

/** What is wrong with the whole lesson after a change; house findings without the word count that every seed has. */
async function wrong(change: Readonly<Record<string, string | null>>): Promise<readonly string[]> {
  await using made = await lessonCourse(change);
  const findings = await checkLesson(folderIn(made), none);
  return findings
    .filter(({ code }) => code !== 'words')
    .map(
      (each) => `${each.broken ? '' : 'house '}${each.code} ${findingText(each).replace('lessons/07-acks-and-durability/', '')}`,
    );
}

const inLesson = (from: string, to: string) => ({ 'lesson.ts': swap(lesson, from, to) });
const inQuiz = (from: string, to: string) => ({ 'quiz.ts': swap(quiz, from, to) });
const inTheory = (from: string, to: string) => ({ 'theory.md': swap(theory, from, to) });
function swap(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}
const first = 'experiments/01-leader-dies-after-ok.ts';

describe('checkLesson', () => {
  test('finds nothing in a whole lesson but that it is short', async () => {
    await using made = await lessonCourse();
    expect(await checkLesson(folderIn(made), none)).toEqual([
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

  const q6 = quiz.slice(quiz.indexOf("  {\n    id: 'q6'"), quiz.indexOf('\n]);'));
  test.for<[Record<string, string | null>, string[]]>([
    [inQuiz(q6, ''), ['wrong-form quiz.ts: has fewer than 6 questions']],
    [
      inQuiz(q6, [6, 7, 8, 9, 10, 11].map((n) => q6.replace('q6', `q${n}`)).join('\n')),
      ['wrong-form quiz.ts: has more than 10 questions'],
    ],
    [inQuiz(", because: 'It is so.'", ''), ['wrong-form quiz.ts q1.options.0.because: has no reason']],
    [inQuiz("because: 'It is so.'", "because: ''"), ['wrong-form quiz.ts q1.options.0.because: has no reason']],
    [inQuiz(', right: true', ''), ['wrong-form quiz.ts q1.options: must have exactly one right option']],
    [inQuiz("belief: 'W3'", 'right: true'), ['wrong-form quiz.ts q1.options: must have exactly one right option']],
    [
      inQuiz("kind: 'one'", "kind: 'all'"),
      ['wrong-form quiz.ts q1.kind: must have the kind one, several, number, order, match or text'],
    ],
    [
      inQuiz("claim: 'acknowledged-survives'", "claim: 'hearsay'"),
      ['unknown-claim quiz.ts q1.claim: "hearsay" is no claim of this lesson'],
    ],
    [inQuiz("id: 'q2'", "id: 'q1'"), ['duplicate-id quiz.ts q1.id: "q1" is used twice']],
    [inQuiz("id: 'q2'", "id: '2'"), ['wrong-form quiz.ts 1.id: must be q1, q2 …']],
    [
      inQuiz("belief: 'W3'", "belief: 'w3'"),
      ['wrong-form quiz.ts q1.options.1.belief: is not the id of a stale belief (W1, W2 …)'],
    ],
  ])('quiz %#', async ([change, findings]) => {
    expect(await wrong(change)).toEqual(findings);
  });

  const fence = `\`\`\`ts file=${first} region=frozen\n\`\`\``;
  test.for<[Record<string, string | null>, string[]]>([
    [
      inTheory('## The', '# The'),
      [
        'theory-heading theory.md:1: only ## makes a step here',
        'theory-early-text theory.md:3: stands before the first step',
        'never-run theory.md: never runs "01-leader-dies-after-ok"',
      ],
    ],
    [inTheory('[[no-answer-is-not-no]]', '[[hearsay]]'), ['unknown-claim theory.md:16: [[hearsay]] is no claim of this lesson']],
    [inTheory('{{run: 02-no-answer}}', ''), ['never-run theory.md: never runs "02-no-answer"']],
    [
      inTheory('{{run: 02-no-answer}}', '{{run: 02-no}}'),
      [
        'unknown-experiment theory.md:22: "02-no" is no experiment of this lesson',
        'never-run theory.md: never runs "02-no-answer"',
      ],
    ],
    [
      inTheory('{{run: 02-no-answer}}', '{{run: 02-no-answer}}\n## Again\n{{run: 02-no-answer}}'),
      ['run-twice theory.md:24: runs "02-no-answer" a second time'],
    ],
    [
      {
        'theory.md': theory
          .replace('01-leader-dies-after-ok}}', 'xx}}')
          .replace('02-no-answer}}', '01-leader-dies-after-ok}}')
          .replace('xx}}', '02-no-answer}}'),
      },
      ['run-order theory.md: runs "01-leader-dies-after-ok" after "02-no-answer"'],
    ],
    [inTheory('q3', 'q7'), ['unknown-question theory.md:12: "q7" is no question of quiz.ts']],
    [inTheory('{{ask: q3}}', '{{ask: q3}}\n{{ask: q3}}'), ['asked-twice theory.md:13: asks "q3" a second time']],
    [inTheory('region=frozen', 'region=thawed'), [`fence-region theory.md:5: ${first} has no region "thawed"`]],
    [
      inTheory('file=experiments/01', 'file=experiments/03'),
      ['fence-file theory.md:5: experiments/03-leader-dies-after-ok.ts is not a file of this lesson'],
    ],
    [
      inTheory(`file=${first}`, 'file=../../../etc/passwd'),
      ['fence-file theory.md:5: ../../../etc/passwd is not a file of this lesson'],
    ],
    [inTheory(fence, fence.replace('\n', '\nawait lab.topic();\n')), [`fence-filled theory.md:5: retypes ${first}`]],
    [
      inTheory(fence, '```ts\nawait lab.topic();\n```'),
      ['fence-retyped theory.md:5: a "ts" fence that neither quotes a file nor shows a result'],
    ],
    [inTheory(fence, '```ts\n1 + 1; // => 2\n```'), []],
    [inTheory(fence, '```\nplain\n```'), ['fence-retyped theory.md:5: a "" fence that neither quotes a file nor shows a result']],
    [
      inTheory('```console', '```yaml'),
      ['fence-retyped theory.md:18: a "yaml" fence that neither quotes a file nor shows a result'],
    ],
    [
      inTheory('## No answer is not no', '## The leader keeps the promise alone'),
      ['house same-heading theory.md:14: another step is called "The leader keeps the promise alone" too'],
    ],
  ])('theory %#', async ([change, findings]) => {
    expect(await wrong(change)).toEqual(findings);
  });

  const code = wholeLesson[first];
  test.for<[Record<string, string | null>, string[]]>([
    [
      { 'experiments/02-no-answer.ts': null },
      ['experiment-missing lesson.ts experiments.02-no-answer: has no file experiments/02-no-answer.ts'],
    ],
    [{ 'experiments/03-more.ts': 'export default 1;' }, ['experiment-unlisted experiments/03-more.ts: is not in lesson.ts']],
    [{ 'experiments/worker.ts': 'process.exit();' }, []],
    [
      { [first]: swap(code, 'control: {', "'other-arm': {") },
      [`arms-differ ${first} arms: "other-arm" stands only here, "control" stands only in lesson.ts`],
    ],
    [
      { [first]: swap(code, '  arms: {', '  arms: { third: { acks: f(1, [2]), note: `}` },') },
      [`arms-differ ${first} arms: "third" stands only here`],
    ],
    [{ [first]: swap(code, '  arms: {', '  arms: { ...others,') }, []],
    [{ [first]: code.replace(/arms: \{.*\},\n\n/, 'arms: made(),\n\n') }, []],
  ])('experiments %#', async ([change, findings]) => {
    expect(await wrong(change)).toEqual(findings);
  });
});
