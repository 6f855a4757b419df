import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Plain } from '@proving/spec';

/** One lesson as its folder's name says it; nothing has been read yet. */
export interface LessonFolder {
  /** Two digits: `07`. */
  readonly number: string;
  /** `acks-and-durability`. */
  readonly slug: string;
  /** `07-acks-and-durability`. */
  readonly folder: string;
  /** Absolute path. */
  readonly dir: string;
}

/**
 * The lessons under `root/lessons`, in order of their numbers. Reads folder names only.
 * @throws {Plain} `lesson-folder-name`, `lesson-number-twice`, `no-lessons-folder`
 */
export async function findLessons(root: string): Promise<readonly LessonFolder[]> {
  const lessons = join(root, 'lessons');
  const names = await foldersIn(lessons);
  const folders = names.map((folder) => lessonFolder(lessons, folder)).sort((a, b) => (a.number < b.number ? -1 : 1));
  const twice = folders.find((each, i) => folders[i - 1]?.number === each.number);
  if (twice) {
    const both = folders.filter((each) => each.number === twice.number).map((each) => each.folder);
    throw new Plain('lesson-number-twice', `Two lessons have the number ${twice.number}.`, {
      saw: both.join(', '),
      fix: `rename one of the folders under lessons/`,
    });
  }
  return folders;
}

async function foldersIn(lessons: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(lessons, { withFileTypes: true });
    return entries
      .filter((each) => each.isDirectory() && !each.name.startsWith('.') && each.name !== 'node_modules')
      .map((e) => e.name);
  } catch (cause) {
    throw new Plain('no-lessons-folder', 'The folder with the lessons could not be read.', {
      saw: (cause as Error).message,
      fix: 'run the command inside the course, where package.json and lessons/ are',
      cause,
    });
  }
}

function lessonFolder(lessons: string, folder: string): LessonFolder {
  const parts = /^(\d\d)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(folder);
  if (!parts) {
    throw new Plain('lesson-folder-name', `lessons/${folder} is not named like a lesson.`, {
      saw: folder,
      fix: 'two digits, a hyphen, then lower-case words joined by hyphens: 07-acks-and-durability',
    });
  }
  return { number: parts[1] as string, slug: parts[2] as string, folder, dir: join(lessons, folder) };
}
