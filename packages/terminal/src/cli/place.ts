import { findLessons, type LessonFolder, lessonOf, type Place, type UnknownLesson } from '@proving/catalog';
import { fold, type Progress, type State } from '@proving/progress';
import { Plain } from '@proving/spec';
import type { Call } from './call.ts';

/**
 * The place that was typed behind a verb, or, when nothing was, the lesson to go on with; null when all are finished.
 * @throws {Plain} exit 64 for an address that leads nowhere, with the list of lessons where it names none
 */
export async function placeTyped(call: Call, progress: Progress): Promise<Place | null> {
  const { verb, args } = call;
  const [address, ...more] = args;
  if (more.length > 0)
    throw new Plain('usage', `pnpm ${verb} takes one address, not ${args.length}.`, {
      saw: args.join(' '),
      fix: `pnpm ${verb} ${address}`,
      exit: 64,
    });
  const [folders, state] = await Promise.all([findLessons(call.root), stateOf(progress)]);
  if (address === undefined) {
    const next = nextLesson(folders, state);
    return next === null ? null : lessonOf(next.folder, folders);
  }
  try {
    return await lessonOf(address, folders);
  } catch (error) {
    throw listed(error, verb, nextLesson(folders, state));
  }
}

/** The lesson where the learner stopped, when it is not finished; else the first one that is not. */
export function nextLesson(folders: readonly LessonFolder[], state: State): LessonFolder | null {
  const isOpen = ({ folder }: LessonFolder) => !state.lessons[folder]?.finished;
  return folders.find((each) => each.folder === state.last?.lesson && isOpen(each)) ?? folders.find(isOpen) ?? null;
}

async function stateOf(progress: Progress): Promise<State> {
  return fold((await progress.read()).entries);
}

/** An unknown lesson as the list of those that there are, an arrow at what may have been meant, else at the one to go on with. */
export function listed(error: unknown, verb: string, current: LessonFolder | null): unknown {
  if (!isUnknownLesson(error)) return error;
  const meant = error.nearest.length > 0 ? error.nearest : current === null ? [] : [current];
  const rows = error.lessons.map(
    (each) => `${meant.some(({ folder }) => folder === each.folder) ? '→' : ' '} ${each.number}  ${each.slug}`,
  );
  const first = meant[0] ?? error.lessons[0];
  return new Plain(error.code, error.message, {
    saw: rows.join('\n'),
    fix: `pnpm ${verb} ${first?.number ?? '01'}`,
    exit: error.exit,
    cause: error,
  });
}

const isUnknownLesson = (error: unknown): error is UnknownLesson => error instanceof Error && error.name === 'UnknownLesson';
