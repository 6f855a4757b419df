import { describe, expect, test } from 'vitest';
import { findLessons } from '../src/index.ts';
import { course } from './seed.ts';

describe('findLessons', () => {
  test('gives the lessons in order of their numbers, and looks at folder names only', async () => {
    await using made = await course({
      'lessons/10-transactions/x': '',
      'lessons/02-topics-and-partitions/lesson.ts': 'this is not code',
      'lessons/README.txt': '',
      'lessons/.cache/x': '',
    });
    expect(await findLessons(made.root)).toEqual([
      {
        number: '02',
        slug: 'topics-and-partitions',
        folder: '02-topics-and-partitions',
        dir: `${made.root}/lessons/02-topics-and-partitions`,
      },
      { number: '10', slug: 'transactions', folder: '10-transactions', dir: `${made.root}/lessons/10-transactions` },
    ]);
  });

  test('a course without lessons yet has none', async () => {
    await using made = await course();
    expect(await findLessons(made.root)).toEqual([]);
  });

  test.for(['7-acks', 'acks', '07_acks', '07-Acks', '07-', '007-acks', '07-acks--2'])(
    'refuses the folder %s by name',
    async (name) => {
      await using made = await course({ [`lessons/${name}/lesson.ts`]: '' });
      await expect(findLessons(made.root)).rejects.toMatchObject({ name: 'Plain', code: 'lesson-folder-name', saw: name, exit: 3 });
    },
  );

  test('refuses two lessons of one number', async () => {
    await using made = await course({ 'lessons/07-acks/x': '', 'lessons/07-batching/x': '', 'lessons/08-keys/x': '' });
    await expect(findLessons(made.root)).rejects.toMatchObject({
      code: 'lesson-number-twice',
      message: 'Two lessons have the number 07.',
      saw: '07-acks, 07-batching',
    });
  });

  test('says so where there is no course', async () => {
    await expect(findLessons('/nowhere/at/all')).rejects.toMatchObject({ code: 'no-lessons-folder', exit: 3 });
  });
});
