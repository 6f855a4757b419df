import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Plain } from '@proving/spec';
import type { WalkLesson } from '../walk/lesson.ts';

/** The learner's own file of an exercise, made from `start.ts` the first time and theirs from then on. Absolute. */
export async function ownFile({ dir, number }: Pick<WalkLesson, 'dir' | 'number'>): Promise<string> {
  const file = ownPath(dir);
  await mkdir(join(dir, 'exercise', 'work'), { recursive: true });
  try {
    await copyFile(startPath(dir), file, constants.COPYFILE_EXCL);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return file;
    throw new Plain('exercise-unwritable', `The file of exercise ${number} could not be made.`, {
      saw: (cause as Error).message,
      cause,
    });
  }
  return file;
}

/** Keeps this version under the learner's folder, unless it is the one kept last; resolves with its place. */
export async function keepVersion(file: string, home: string, lesson: string): Promise<string> {
  const folder = join(home, 'exercises', lesson);
  await mkdir(folder, { recursive: true });
  const text = await readFile(file);
  const last = (await readdir(folder))
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .at(-1);
  if (last !== undefined && text.equals(await readFile(join(folder, last)))) return join(folder, last);
  const kept = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.ts`);
  await writeFile(kept, text, { flag: 'wx' });
  return kept;
}

/** Puts `start.ts` back in place of the learner's own, which is kept first; resolves with where. */
export async function resetOwnFile(lesson: Pick<WalkLesson, 'dir' | 'folder'>, home: string): Promise<string> {
  const file = ownPath(lesson.dir);
  const kept = await keepVersion(file, home, lesson.folder);
  await copyFile(startPath(lesson.dir), file);
  return kept;
}

export async function changedAt(file: string): Promise<number> {
  return (await stat(file)).mtimeMs;
}

export const ownPath = (dir: string): string => join(dir, 'exercise', 'work', 'start.ts');
const startPath = (dir: string) => join(dir, 'exercise', 'start.ts');
