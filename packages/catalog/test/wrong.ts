import { expect } from 'vitest';
import { checkLesson, findingText } from '../src/index.ts';
import { folderIn, lessonCourse, wholeLesson } from './seed.ts';

/** What is wrong with the whole lesson after a change; house findings without the word count that every seed has. */
export async function wrong(change: Readonly<Record<string, string | null>>): Promise<readonly string[]> {
  await using made = await lessonCourse(change);
  const findings = await checkLesson(folderIn(made), { cache: null });
  return findings
    .filter(({ code }) => code !== 'words')
    .map(
      (each) => `${each.broken ? '' : 'house '}${each.code} ${findingText(each).replace('lessons/07-acks-and-durability/', '')}`,
    );
}

export const inLesson = (from: string, to: string) => ({ 'lesson.ts': swap(wholeLesson['lesson.ts'], from, to) });
export const inQuiz = (from: string, to: string) => ({ 'quiz.ts': swap(wholeLesson['quiz.ts'], from, to) });
export const inTheory = (from: string, to: string) => ({ 'theory.md': swap(wholeLesson['theory.md'], from, to) });
export function swap(text: string, from: string, to: string): string {
  expect(text).toContain(from);
  return text.replace(from, to);
}
export const first = 'experiments/01-leader-dies-after-ok.ts';
