import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Plain } from '@proving/spec';
import { openExercise } from '../../open/exercise.ts';
import type { WalkLesson } from '../../walk/lesson.ts';
import type { Call } from '../call.ts';
import { opening } from '../opening.ts';
import { judgePrevious } from '../previous.ts';
import { untilLast } from '../until-last.ts';

export async function run(call: Call): Promise<number> {
  if (call.flags.previous) return previous(call);
  const at = call.args.indexOf('show');
  if (at >= 0) return (await import('../show-exercise.ts')).showExercise(call, call.args.slice(0, at), call.args.slice(at + 1));
  if (call.flags.raw) throw new Plain('usage', '--raw goes with show task.', { fix: 'pnpm exercise 07 show task --raw', exit: 64 });
  const opened = await opening(call);
  if (opened === null) return 0;
  const { lesson } = opened.place;
  exerciseOf(lesson);
  const file = fileOf(call, lesson.number);
  return untilLast(call, () => openExercise({ ...opened.options, file }));
}

/** @throws {Plain} exit 64 where the lesson has none */
export function exerciseOf({ number, task }: Pick<WalkLesson, 'number' | 'task'>): string {
  if (task !== null) return task;
  throw new Plain('no-exercise', `Lesson ${number} has no exercise.`, { fix: `pnpm lesson ${number}`, exit: 64 });
}

function previous(call: Call): Promise<number> {
  if (call.args.length === 0 && call.flags.file === null) return judgePrevious(call);
  throw new Plain('usage', '--previous judges all that was passed: it takes no lesson and no file.', {
    fix: 'pnpm exercise --previous',
    exit: 64,
  });
}

/** @throws {Plain} exit 64 where there is no such file */
function fileOf({ flags }: Call, number: string): string | null {
  if (flags.file === null) return null;
  const file = resolve(flags.file);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  throw new Plain('no-such-file', `There is no file ${flags.file} to judge.`, {
    saw: `looked for ${file}`,
    fix: `pnpm exercise ${number}`,
    exit: 64,
  });
}
