import { type LessonFolder, type LoadedLesson, lessonOf } from '@proving/catalog';
import { Plain } from '@proving/spec';
import { listed } from '../place.ts';

/** What is to be proved in one lesson: all its experiments, or those of a step, in the order of the theory. */
export interface Target {
  readonly lesson: LoadedLesson;
  readonly experiments: readonly string[];
}

/**
 * What `07`, `07.2`, `acks-and-durability` and `01-12` name, in the order of the course, each lesson once. Nothing names all.
 * @throws {Plain} exit 64 for what names nothing; exit 3 for a lesson that cannot be read
 */
export async function targetsOf(args: readonly string[], folders: readonly LessonFolder[]): Promise<readonly Target[]> {
  const wanted = new Map<string, Set<string> | 'all'>();
  const lessons = new Map<string, LoadedLesson>();
  for (const address of args.length === 0 ? folders.map((folder) => folder.number) : args.flatMap((arg) => expand(arg, folders))) {
    const { lesson, step, question } = await lessonOf(address, folders).catch((error: unknown) => {
      throw listed(error, 'prove', null);
    });
    if (question)
      throw new Plain('usage', `${address} is a question; what can be proved are lessons and steps.`, {
        fix: `pnpm quiz ${address}`,
        exit: 64,
      });
    lessons.set(lesson.folder, lesson);
    const before = wanted.get(lesson.folder);
    if (step === null) wanted.set(lesson.folder, 'all');
    else if (before !== 'all') wanted.set(lesson.folder, new Set([...(before ?? []), ...runsOf(lesson, step.number)]));
  }
  return [...lessons.values()]
    .toSorted((a, b) => a.number.localeCompare(b.number))
    .map((lesson) => {
      const only = wanted.get(lesson.folder);
      const all = Object.keys(lesson.manifest.experiments);
      return { lesson, experiments: only === 'all' || only === undefined ? all : all.filter((name) => only.has(name)) };
    });
}

/** `01-12` as the lessons that exist between the two; anything else as it is. */
function expand(arg: string, folders: readonly LessonFolder[]): readonly string[] {
  const range = /^(\d{1,2})-(\d{1,2})$/.exec(arg);
  if (!range) return [arg];
  const [from, to] = [Number(range[1]), Number(range[2])];
  const inside = folders.filter(({ number }) => Number(number) >= from && Number(number) <= to).map(({ number }) => number);
  if (inside.length > 0) return inside;
  throw new Plain('usage', `No lesson lies between ${range[1]} and ${range[2]}.`, {
    saw: `lessons ${folders.map(({ number }) => number).join(', ')}`,
    fix: 'pnpm prove 01-12',
    exit: 64,
  });
}

/** @throws {Plain} a step without an experiment proves nothing */
function runsOf(lesson: LoadedLesson, number: number): readonly string[] {
  const runs = (step: LoadedLesson['steps'][number]) =>
    step.blocks.flatMap((block) => (block.kind === 'run' ? [block.experiment] : []));
  const step = lesson.steps.find((each) => each.number === number);
  const names = step ? runs(step) : [];
  if (names.length > 0) return names;
  const others = lesson.steps.filter((each) => runs(each).length > 0).map((each) => `${lesson.number}.${each.number}`);
  throw new Plain('nothing-to-prove', `Step ${lesson.number}.${number} runs no experiment.`, {
    saw: others.length > 0 ? `experiments are in ${others.join(', ')}` : 'no step of this lesson runs one',
    fix: `pnpm prove ${others[0] ?? lesson.number}`,
    exit: 64,
  });
}
