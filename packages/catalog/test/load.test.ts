import { describe, expect, test } from 'vitest';
import { loadLesson, wordsOf } from '../src/index.ts';
import { folderIn, lessonCourse, wholeLesson } from './seed.ts';

const none = { cache: null };
const lesson = wholeLesson['lesson.ts'];
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
