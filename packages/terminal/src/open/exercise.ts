import { relative } from 'node:path';
import { type ExitCode, exitCodes } from '@proving/spec';
import type { Mounted } from '../ink/mount.tsx';
import { Screen } from '../ink/screen.ts';
import { typedAhead } from '../ink/showing.ts';
import { jsonLines } from '../json/lines.ts';
import { pageText } from '../page/page.ts';
import { benchLines } from '../page/workbench-live.ts';
import { printer } from '../plain/print.ts';
import { isUnclosed } from '../walk/begin.ts';
import type { ExerciseResult } from '../walk/runner.ts';
import { type Bench, startBench } from '../workbench/bench.ts';
import { keepVersion, ownFile, resetOwnFile } from '../workbench/files.ts';
import { onSave } from '../workbench/saves.ts';
import { BenchSession, couldNotRun } from '../workbench/session.ts';
import { editorOf, openInEditor } from './editor.ts';
import type { ExerciseOptions } from './options.ts';
import { noEditor } from './showing.ts';

/** Opens an exercise: judged on every save, until the learner leaves. Without a terminal, or for a given file, judged once. */
export async function openExercise(options: ExerciseOptions): Promise<ExitCode> {
  const { lesson, file, mode } = options;
  const own = file ?? (await ownFile(lesson));
  try {
    const code = mode === 'ink' && file === null ? await watchExercise(options, own) : await judgeOnce(options, own);
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
  const result = await runner.judgeExercise(request(options, file, signal), told).catch(couldNotRun);
  if (signal.aborted) return exitCodes.interrupted;
  const { failed, outcome } = result;
  if (options.file === null)
    await progress.append({
      kind: 'exercise',
      lesson: lesson.folder,
      outcome,
      task: failed?.task ?? null,
      mistake: failed?.mistake ?? null,
    });
  say({ say: 'judged', lesson, result, at });
  return codeOf(result);
}

async function watchExercise(options: ExerciseOptions, file: string): Promise<ExitCode> {
  const { lesson, paper, runner, signal, home, progress } = options;
  const { input, output } = options.streams ?? { input: process.stdin, output: process.stdout };
  const screen = new Screen(paper, output.rows ?? 24);
  let mounted: Mounted | null = null;
  const { entries } = await progress.read();
  const rungs: Record<string, number> = {};
  for (const entry of entries)
    if (entry.kind === 'hint' && entry.lesson === lesson.folder) rungs[entry.task] = Math.max(rungs[entry.task] ?? 0, entry.rung);

  const session: BenchSession = new BenchSession(startBench(lesson, shown(file), rungs), {
    judge: async (abort, told) => {
      await keepVersion(file, home, lesson.folder);
      const result = await runner.judgeExercise(request(options, file, abort), told);
      // The next version needs a process of its own; it gets ready while the learner types.
      runner.warmUp?.(lesson.manifest.cluster.shape, options.driver, () => undefined);
      return result;
    },
    append: async (facts) => void (await Promise.all(facts.map((fact) => progress.append(fact)))),
    say: (said) => (mounted ? screen.say(said) : void output.write(pageText(said, paper))),
    show: (bench) => screen.draw((rows, wide) => benchLines(bench, rows, wide)),
    open: async () => {
      if (!editorOf(process.env) || !mounted) return screen.say({ say: 'notice', text: noEditor(shown(file)) });
      await mounted.suspend(async () => {
        const failed = await openInEditor(file);
        if (failed) screen.say({ say: 'notice', text: failed });
      });
    },
    reset: () => resetOwnFile(lesson, home),
  });
  await session.settled;
  const interrupt = () => void session.dispatch({ type: 'quit' });
  signal.addEventListener('abort', interrupt, { once: true });
  using _saves = onSave(
    file,
    () => void session.dispatch({ type: 'saved' }),
    () => {
      screen.say({ say: 'notice', text: 'This file system does not tell about changes, so the file is looked at every 2 s.' });
      screen.flush();
    },
  );
  let interrupted = false;
  try {
    const ahead = typedAhead(input, interrupt);
    const { mount } = await import('../ink/mount.tsx');
    const early = ahead();
    mounted = await mount(
      screen,
      (key) => {
        if (key === 'ctrl-c') interrupted = true;
        void (key === 'ctrl-c' ? session.dispatch({ type: 'quit' }) : session.press(key));
      },
      output,
      input,
    );
    for (const key of early) void session.press(key);
    await session.ended;
  } finally {
    signal.removeEventListener('abort', interrupt);
    await (mounted as Mounted | null)?.leave();
  }
  return interrupted || signal.aborted ? exitCodes.interrupted : leftWith(session.bench);
}

function leftWith(bench: Bench): ExitCode {
  if (bench.passed) return exitCodes.proved;
  return bench.result ? codeOf(bench.result) : exitCodes.notYet;
}

function codeOf({ outcome }: ExerciseResult): ExitCode {
  const codes = {
    passed: exitCodes.proved,
    'not-yet': exitCodes.notYet,
    unjudged: exitCodes.unjudged,
    'could-not-run': exitCodes.couldNotRun,
  } as const;
  return codes[outcome];
}

function request({ lesson, seed, driver }: ExerciseOptions, file: string, signal: AbortSignal) {
  return { lesson, file, signal, ...(seed !== null && { seed }), ...(driver && { driver }) };
}

function shown(file: string): string {
  const short = relative(process.cwd(), file);
  return short.startsWith('..') ? file : short;
}
