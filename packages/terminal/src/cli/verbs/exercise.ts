import { Plain } from '@proving/spec';
import { openExercise } from '../../open/exercise.ts';
import type { Call } from '../call.ts';
import { opening } from '../opening.ts';

export async function run(call: Call): Promise<number> {
  const opened = await opening(call);
  if (opened === null) return 0;
  const { lesson } = opened.place;
  if (lesson.task === null)
    throw new Plain('no-exercise', `Lesson ${lesson.number} has no exercise.`, { fix: `pnpm lesson ${lesson.number}`, exit: 64 });
  return openExercise({ ...opened.options, file: null });
}
