import { describe, expect, test } from 'vitest';
import { wholeLesson } from './seed.ts';
import { first, inQuiz, inTheory, swap, wrong } from './wrong.ts';

const quiz = wholeLesson['quiz.ts'];
const theory = wholeLesson['theory.md'];

describe('checkLesson', () => {
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
    [
      inTheory(fence, '```matrix format=XML\n```'),
      ['fence-matrix theory.md:5: notes/compatibility.jsonl has no changes of the format XML'],
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
