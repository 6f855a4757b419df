import { type ExitCode, exitCodes } from '@proving/spec';
import { jsonLines } from '../json/lines.ts';
import { printer } from '../plain/print.ts';
import { isUnclosed } from '../walk/begin.ts';
import type { ExerciseResult } from '../walk/runner.ts';
import type { Said } from '../walk/said.ts';
import { Check } from '../workbench/check.ts';
import { keepVersion, ownFile } from '../workbench/files.ts';
import { statePicture } from '../workbench/picture.ts';
import { couldNotRun } from '../workbench/session.ts';
import { openBench, shown } from './bench.ts';
import { codeOf, judgedFact, judgeRequest } from './judge.ts';
import { type ExerciseOptions, isAlone } from './options.ts';

/** Opens an exercise: judged on every save, until the learner leaves. Without a terminal, or for a given file, judged once. */
export async function openExercise(options: ExerciseOptions): Promise<ExitCode> {
  const { lesson, file } = options;
  const own = file ?? (await ownFile(lesson));
  try {
    const code = isAlone(options) || file !== null ? await judgeOnce(options, own) : await openBench(options, own);
    if (code === exitCodes.proved && file === null) await closeLesson(options);
    return code;
  } finally {
    await options.runner.coolDown?.();
  }
}

/** An exercise that was the last thing open in its lesson finishes it. */
async function closeLesson({ lesson, progress }: ExerciseOptions): Promise<void> {
  const { entries } = await progress.read();
  const past = entries.map((entry) => ({ fact: entry, day: entry.at.slice(0, 10) }));
  if (isUnclosed(lesson, past)) await progress.append({ kind: 'lesson.finished', lesson: lesson.folder });
}

/** Judges the learner's own file once and draws what was measured where the goal stands. */
export async function showState(options: ExerciseOptions): Promise<ExitCode> {
  const { lesson } = options;
  try {
    const check = new Check(lesson.dir);
    return await judgeOnce(options, await ownFile(lesson), async (result, at) => {
      return { say: 'state', lesson, picture: statePicture(await check.goals(), result), at };
    });
  } finally {
    await options.runner.coolDown?.();
  }
}

type Verdict = (result: ExerciseResult, at: string) => Promise<Said> | Said;

async function judgeOnce(options: ExerciseOptions, file: string, verdict?: Verdict): Promise<ExitCode> {
  const { lesson, mode, runner, signal, home, progress } = options;
  const { output } = options.streams ?? { output: process.stdout };
  const write = (text: string) => void output.write(text);
  const paper = { ...options.paper, aloud: mode === 'accessible' };
  const { say, told } = mode === 'json' ? jsonLines(write) : printer(write, paper);
  if (!verdict) say({ say: 'task', lesson, file: shown(file) });
  if (options.file === null) await keepVersion(file, home, lesson.folder);
  const at = new Date().toTimeString().slice(0, 8);
  const result = await runner.judgeExercise(judgeRequest(options, file, signal), told).catch(couldNotRun);
  if (signal.aborted) return exitCodes.interrupted;
  if (options.file === null) await progress.append(judgedFact(lesson.folder, result));
  say(verdict ? await verdict(result, at) : { say: 'judged', lesson, result, at });
  return codeOf(result);
}
