import { relative } from 'node:path';
import { type ExitCode, exitCodes } from '@proving/spec';
import { benchAloud } from '../aloud/bench.ts';
import { inkBench } from '../ink/bench.ts';
import type { Superseded } from '../walk/runner.ts';
import { type Bench, startBench } from '../workbench/bench.ts';
import { keepVersion, resetOwnFile } from '../workbench/files.ts';
import { onSave } from '../workbench/saves.ts';
import { BenchSession } from '../workbench/session.ts';
import { codeOf, judgeRequest } from './judge.ts';
import type { ExerciseOptions } from './options.ts';

/** Judges the learner's file on every save, until they leave. */
export async function openBench(options: ExerciseOptions, file: string): Promise<ExitCode> {
  const { lesson, mode, paper, runner, signal, home, progress } = options;
  const streams = options.streams ?? { input: process.stdin, output: process.stdout };
  const stage = mode === 'ink' ? inkBench(paper, streams) : benchAloud({ ...paper, aloud: true }, streams);
  using saves = onSave(
    file,
    () => void session.dispatch({ type: 'saved' }),
    () => {
      stage.say({ say: 'notice', text: 'This file system does not tell about changes, so the file is looked at every 2 s.' });
      stage.show(session.bench);
    },
  );
  // Whoever reads that a save is judged may save at once.
  await saves.ready;
  const warmUp = () => runner.warmUp?.(lesson.manifest.cluster, options.driver, () => undefined);
  const session: BenchSession = new BenchSession(startBench(lesson, shown(file), await rungsTaken(options)), {
    judge: async (abort, told) => {
      const hear = stage.judging();
      abort.addEventListener('abort', () => abort.reason === ('superseded' satisfies Superseded) && warmUp(), { once: true });
      await keepVersion(file, home, lesson.folder);
      const result = await runner.judgeExercise(judgeRequest(options, file, abort), (each) => {
        if (!abort.aborted) hear(each);
        told(each);
      });
      // The next version needs a process of its own; it gets ready while the learner types.
      if (!abort.aborted) warmUp();
      return result;
    },
    append: async (facts) => void (await Promise.all(facts.map((fact) => progress.append(fact)))),
    say: (said) => stage.say(said),
    show: (bench) => stage.show(bench),
    open: async () => {
      const failed = await stage.open(file);
      if (failed !== null) stage.say({ say: 'notice', text: failed });
    },
    reset: () => resetOwnFile(lesson, home),
  });
  await session.settled;
  // The first save should find the cluster open; in a window the task is read before that.
  warmUp();
  let interrupted = false;
  const interrupt = () => {
    interrupted = true;
    void session.dispatch({ type: 'quit' });
  };
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    await stage.drive(session, interrupt);
  } finally {
    signal.removeEventListener('abort', interrupt);
    await stage.leave();
  }
  return interrupted || signal.aborted ? exitCodes.interrupted : leftWith(session.bench);
}

/** The highest rung that the log has, by task. */
async function rungsTaken({ lesson, progress }: ExerciseOptions): Promise<Record<string, number>> {
  const { entries } = await progress.read();
  const rungs: Record<string, number> = {};
  for (const entry of entries)
    if (entry.kind === 'hint' && entry.lesson === lesson.folder) rungs[entry.task] = Math.max(rungs[entry.task] ?? 0, entry.rung);
  return rungs;
}

function leftWith(bench: Bench): ExitCode {
  if (bench.passed) return exitCodes.proved;
  return bench.result ? codeOf(bench.result) : exitCodes.notYet;
}

/** As a learner can type it from where they stand. */
export function shown(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
}
