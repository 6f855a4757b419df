import { type ExitCode, exitCodes } from '@proving/spec';
import { jsonLines } from '../json/lines.ts';
import { printer } from '../plain/print.ts';
import { isUnclosed } from '../walk/begin.ts';
import { keepVersion, ownFile } from '../workbench/files.ts';
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

async function judgeOnce(options: ExerciseOptions, file: string): Promise<ExitCode> {
  const { lesson, mode, runner, signal, home, progress } = options;
  const { output } = options.streams ?? { output: process.stdout };
  const write = (text: string) => void output.write(text);
  const paper = { ...options.paper, aloud: mode === 'accessible' };
  const { say, told } = mode === 'json' ? jsonLines(write) : printer(write, paper);
  say({ say: 'task', lesson, file: shown(file) });
  if (options.file === null) await keepVersion(file, home, lesson.folder);
  const at = new Date().toTimeString().slice(0, 8);
  const result = await runner.judgeExercise(judgeRequest(options, file, signal), told).catch(couldNotRun);
  if (signal.aborted) return exitCodes.interrupted;
  if (options.file === null) await progress.append(judgedFact(lesson.folder, result));
  say({ say: 'judged', lesson, result, at });
  return codeOf(result);
}
