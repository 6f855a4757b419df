import { fold } from '@proving/progress';
import { Plain } from '@proving/spec';
import { shown } from '../open/bench.ts';
import { showState } from '../open/exercise.ts';
import type { WalkLesson } from '../walk/lesson.ts';
import { rungsOf } from '../workbench/bench.ts';
import { Check } from '../workbench/check.ts';
import { ownPath } from '../workbench/files.ts';
import { goalPicture } from '../workbench/picture.ts';
import { confirm } from './ask.ts';
import type { Call } from './call.ts';
import { progressOf } from './course.ts';
import { nearest } from './nearest.ts';
import { opening } from './opening.ts';
import { sayer } from './say.ts';
import { exerciseOf } from './verbs/exercise.ts';

const things = ['task', 'goal', 'state', 'solution'] as const;

/** `pnpm exercise 07 show task`: one page of the workbench, without opening it. */
export async function showExercise(call: Call, where: readonly string[], what: readonly string[]): Promise<number> {
  const thing = thingOf(what, where);
  if (call.flags.raw && thing !== 'task')
    throw new Plain('usage', '--raw goes with show task.', { fix: 'pnpm exercise 07 show task --raw', exit: 64 });
  const opened = await opening({ ...call, args: where });
  if (opened === null) return 0;
  const { lesson } = opened.place;
  const task = exerciseOf(lesson);
  if (thing === 'state') return showState({ ...opened.options, file: null });
  if (thing === 'task' && (call.flags.raw || call.mode === 'json')) {
    if (call.mode !== 'json') call.out.raw(`${task.trimEnd()}\n`);
    call.out.json('task', { lesson: lesson.folder, file: shown(ownPath(lesson.dir)), markdown: task });
    return 0;
  }
  const say = sayer(call);
  const check = new Check(lesson.dir);
  if (thing === 'task') say({ say: 'task', lesson, file: shown(ownPath(lesson.dir)) });
  if (thing === 'goal') say({ say: 'goal', lesson, picture: goalPicture(await check.goals()) });
  if (thing !== 'solution') return 0;
  if (!(await mayRead(call, lesson))) return 1;
  say({ say: 'solution', lesson, code: await check.solution() });
  return 0;
}

function thingOf(what: readonly string[], where: readonly string[]): (typeof things)[number] {
  const [typed = '', ...more] = what;
  const thing = things.find((each) => each === typed);
  if (thing !== undefined && more.length === 0) return thing;
  const near = nearest(typed, things) ?? 'task';
  throw new Plain('usage', `Behind "show" stands one of ${things.join(', ')}.`, {
    ...(what.length > 0 && { saw: what.join(' ') }),
    fix: `pnpm ${['exercise', ...where, 'show', near].join(' ')}`,
    exit: 64,
  });
}

/** As at the workbench: not before the first attempt, asked once, and all rungs of the task that failed count as taken. */
async function mayRead(call: Call, { folder, number }: WalkLesson): Promise<boolean> {
  const progress = progressOf(call);
  const { exercise = null, hints = {} } = fold((await progress.read()).entries).lessons[folder] ?? {};
  if (exercise === null)
    throw new Plain('not-tried', `Exercise ${number} was not tried yet, so there is nothing to compare with.`, {
      fix: `pnpm exercise ${number}`,
      exit: 64,
    });
  const asked = exercise.passed !== null || (exercise.task !== null && hints[exercise.task] === rungsOf);
  if (!asked && !(await confirm(call, 'Shows the whole solution.'))) return false;
  if (!asked && exercise.task !== null) await progress.append({ kind: 'hint', lesson: folder, task: exercise.task, rung: rungsOf });
  return true;
}
