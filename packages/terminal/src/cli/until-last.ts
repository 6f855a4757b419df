import { fold, type Progress } from '@proving/progress';
import type { Call } from './call.ts';
import { allLessons, progressOf } from './course.ts';

/** Work in the course. Where it finished the last lesson that was open, all that was passed is judged once more. */
export function untilLast(call: Call, work: () => Promise<number>): Promise<number> {
  return thenAtLast(
    progressOf(call),
    work,
    async () => (await allLessons(call)).lessons.map(({ folder }) => folder),
    async () => (await import('./previous.ts')).judgePrevious(call),
  );
}

/** @param lessons the folders of all lessons */
export async function thenAtLast(
  progress: Progress,
  work: () => Promise<number>,
  lessons: () => Promise<readonly string[]>,
  atLast: () => Promise<number>,
): Promise<number> {
  const before = await finished(progress);
  const code = await work();
  const after = await finished(progress);
  if (code !== 0 || [...after].every((folder) => before.has(folder))) return code;
  return (await lessons()).every((folder) => after.has(folder)) ? atLast() : code;
}

async function finished(progress: Progress): Promise<ReadonlySet<string>> {
  const { lessons } = fold((await progress.read()).entries);
  return new Set(Object.keys(lessons).filter((folder) => lessons[folder]?.finished));
}
