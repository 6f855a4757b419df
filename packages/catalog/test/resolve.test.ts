import { describe, expect, test } from 'vitest';
import { type LessonFolder, lessonOf, resolveLesson, type UnknownLesson } from '../src/index.ts';
import { folderIn, lessonCourse } from './seed.ts';

const lessons: readonly LessonFolder[] = [
  '01-the-log',
  '02-topics-and-partitions',
  '07-acks-and-durability',
  '10-transactions',
  '13-avro-and-the-registry',
  '23-authentication-and-encryption',
  '24-authorisation-quotas-and-privacy',
].map((folder) => ({ number: folder.slice(0, 2), slug: folder.slice(3), folder, dir: `/c/lessons/${folder}` }));

const found = (text: string) => {
  const resolved = resolveLesson(text, lessons);
  return resolved.kind === 'found' ? resolved.lesson.folder : resolved.error;
};

describe('resolveLesson', () => {
  test.for([
    ['7', '07-acks-and-durability'],
    ['07', '07-acks-and-durability'],
    ['007', '07-acks-and-durability'],
    ['acks-and-durability', '07-acks-and-durability'],
    ['07-acks-and-durability', '07-acks-and-durability'],
    ['ACKS', '07-acks-and-durability'],
    [' a c '.replaceAll(' ', ''), '07-acks-and-durability'],
    ['tr', '10-transactions'],
    ['13-av', '13-avro-and-the-registry'],
    ['authe', '23-authentication-and-encryption'],
  ])('%s is %s', ([text, folder]) => {
    expect(found(text as string)).toBe(folder);
  });

  test.for([
    ['', 'No lesson was named.', []],
    ['  ', 'No lesson was named.', []],
    ['0', 'There is no lesson 0.', ['01-the-log']],
    ['99', 'There is no lesson 99.', ['24-authorisation-quotas-and-privacy']],
    ['08', 'There is no lesson 08.', ['07-acks-and-durability']],
    ['abc', 'There is no lesson "abc".', []],
    ['akcs', 'There is no lesson "akcs".', []],
    ['aks-and-durability', 'There is no lesson "aks-and-durability".', ['07-acks-and-durability']],
    ['xylophone', 'There is no lesson "xylophone".', []],
    ['transaction-s', 'There is no lesson "transaction-s".', ['10-transactions']],
    ['partitions', 'There is no lesson "partitions".', ['02-topics-and-partitions']],
    ['auth', '"auth" is the beginning of 2 lessons.', ['23-authentication-and-encryption', '24-authorisation-quotas-and-privacy']],
  ] as const)('"%s" is answered with the nearest', ([text, message, nearest]) => {
    const error = found(text);
    expect(error).toMatchObject({ name: 'UnknownLesson', code: 'unknown-lesson', exit: 64, message, asked: text, lessons });
    expect((error as UnknownLesson).nearest.map((each) => each.folder)).toEqual(nearest);
  });

  test('a course without lessons has none to offer', () => {
    expect(resolveLesson('07', [])).toMatchObject({ kind: 'unknown', error: { nearest: [], fix: 'pnpm lesson 01' } });
  });
});

describe('lessonOf', () => {
  test('leads to a step, a question, or the lesson', async () => {
    await using made = await lessonCourse();
    const folders = [folderIn(made)];
    expect((await lessonOf('07.2', folders, { cache: null })).step?.title).toBe('No answer is not no');
    expect((await lessonOf('7.q4', folders, { cache: null })).question?.ask).toBe('Question 4?');
    expect(await lessonOf('acks', folders, { cache: null })).toMatchObject({
      lesson: { number: '07' },
      step: null,
      question: null,
    });
  });

  test.for([
    ['07.3', 'unknown-step', 'Lesson 07 has no step 3.', '07.1 The leader keeps the promise alone · 07.2 No answer is not no'],
    ['07.0', 'unknown-step', 'Lesson 07 has no step 0.', '07.1 The leader keeps the promise alone · 07.2 No answer is not no'],
    ['07.q9', 'unknown-question', 'Lesson 07 has no question q9.', '07.q1, 07.q2, 07.q3, 07.q4, 07.q5, 07.q6'],
  ])('%s does not exist, and it says what does', async ([text, code, message, saw]) => {
    await using made = await lessonCourse();
    await expect(lessonOf(text as string, [folderIn(made)], { cache: null })).rejects.toMatchObject({
      code,
      message,
      saw,
      exit: 64,
    });
  });

  test.for(['08', '07.x', '07..2', '', 'ünter'])('"%s" is no lesson', async (text) => {
    await using made = await lessonCourse();
    await expect(lessonOf(text, [folderIn(made)], { cache: null })).rejects.toMatchObject({ code: 'unknown-lesson', exit: 64 });
  });
});
