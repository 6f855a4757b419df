import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parts } from '@proving/catalog';
import type { Lesson, Quiz } from '@proving/spec';
import { declared } from './declared.ts';
import { pathsIn } from './files.ts';

/** What a page outside of a lesson can name in it. */
export interface Taught {
  /** `07-acks-and-durability`. */
  readonly folder: string;
  readonly claims: readonly string[];
  readonly questions: readonly string[];
  readonly steps: number;
  /** Ids of `notes/stale-beliefs.md`. */
  readonly refutes: readonly string[];
}

/** The lessons that are here, by number: `07`. */
export type Course = ReadonlyMap<string, Taught>;

export async function courseIn(root: string): Promise<Course> {
  const manifests = pathsIn(root, (path) => /^lessons\/\d\d-[^/]+\/lesson\.ts$/.test(path));
  const taught = await Promise.all(manifests.map((path) => lessonAt(root, path.split('/')[1] as string)));
  return new Map(taught.map((lesson) => [lesson.folder.slice(0, 2), lesson]));
}

/** The number of the last lesson that is planned. */
export const lastLesson = Math.max(...parts.map(({ to }) => to));

async function lessonAt(root: string, folder: string): Promise<Taught> {
  const dir = join(root, 'lessons', folder);
  const manifest = await declared<Lesson>(join(dir, 'lesson.ts'));
  const quiz = await declared<Quiz>(join(dir, 'quiz.ts'));
  const theory = join(dir, 'theory.md');
  return {
    folder,
    claims: Object.keys(manifest?.claims ?? {}),
    questions: Array.isArray(quiz) ? quiz.map(({ id }: { readonly id: string }) => id) : [],
    steps: existsSync(theory) ? stepsOf(readFileSync(theory, 'utf8')) : 0,
    refutes: manifest?.refutes ?? [],
  };
}

const stepsOf = (theory: string) => theory.replaceAll(/^```[\s\S]*?^```/gm, '').match(/^## /gm)?.length ?? 0;
