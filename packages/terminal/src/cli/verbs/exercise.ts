import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Plain } from '@proving/spec';
import { openExercise } from '../../open/exercise.ts';
import type { Call } from '../call.ts';
import { opening } from '../opening.ts';
import { judgePrevious } from '../previous.ts';
import { untilLast } from '../until-last.ts';

export async function run(call: Call): Promise<number> {
  if (call.flags.previous) return previous(call);
  const opened = await opening(call);
  if (opened === null) return 0;
  const { lesson } = opened.place;
  if (lesson.task === null)
    throw new Plain('no-exercise', `Lesson ${lesson.number} has no exercise.`, { fix: `pnpm lesson ${lesson.number}`, exit: 64 });
  const file = fileOf(call, lesson.number);
  return untilLast(call, () => openExercise({ ...opened.options, file }));
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
