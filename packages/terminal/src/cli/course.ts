import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLessons, type LoadedLesson, loadLesson } from '@proving/catalog';
import { openProgress, type Progress } from '@proving/progress';
import type { Call } from './call.ts';

/** The version of the course, which every line of the progress log carries. */
export function courseVersion(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }).version;
}

export function progressOf({ root, home }: Pick<Call, 'root' | 'home'>): Progress {
  return openProgress({ home, course: courseVersion(root) });
}

/** Every lesson that can be read; what is wrong with the others is told and keeps nobody from the rest. */
export async function allLessons({
  root,
}: Pick<Call, 'root'>): Promise<{ readonly lessons: readonly LoadedLesson[]; readonly broken: readonly string[] }> {
  const loaded = await Promise.allSettled((await findLessons(root)).map((folder) => loadLesson(folder)));
  return {
    lessons: loaded.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
    broken: loaded.flatMap((each) => (each.status === 'rejected' ? [(each.reason as Error).message] : [])),
  };
}
