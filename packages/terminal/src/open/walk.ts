import { type ExitCode, exitCodes, Plain } from '@proving/spec';
import { splitMarkdown } from '../markdown/split.ts';
import { roomOf } from '../page/prose.ts';
import type { Answers } from '../plain/answers.ts';
import { beginLesson, beginQuiz } from '../walk/begin.ts';
import type { Split } from '../walk/lesson.ts';
import type { Past } from '../walk/seen.ts';
import { Session } from '../walk/session.ts';
import type { Moved } from '../walk/walk.ts';
import { answersIn } from './answers.ts';
import { openExercise } from './exercise.ts';
import { isAlone, type OpenOptions, type WalkOptions } from './options.ts';
import { showing } from './showing.ts';

/** Opens a lesson where its learner left it, and resolves with the exit code when they have left it again. */
export async function openLesson(options: WalkOptions): Promise<ExitCode> {
  try {
    return await openWalk(options, beginLesson);
  } finally {
    await options.runner.coolDown?.();
  }
}

/**
 * The questions of a lesson alone.
 * @throws {Plain} exit 64, where there is neither a terminal nor a file of answers
 */
export async function openQuiz(options: WalkOptions): Promise<ExitCode> {
  if (isAlone(options) && options.answers === null)
    throw new Plain('answer-needed', 'A quiz asks, and there is no terminal to answer in.', {
      fix: `pnpm quiz ${options.lesson.number} --answers answers.json`,
      exit: exitCodes.usage,
    });
  return openWalk(options, beginQuiz);
}

async function openWalk(options: WalkOptions, begin: typeof beginLesson): Promise<ExitCode> {
  const { lesson, progress, at } = options;
  const answers = await answersIn(options.answers, options.lesson);
  const { entries } = await progress.read();
  const past: readonly Past[] = entries.map((entry) => ({ fact: entry, day: entry.at.slice(0, 10) }));
  return drive(options, answers, begin({ ...begunBy(options, answers), lesson, past, at }));
}

/** What every walk begins with, whatever is walked. */
export function begunBy(options: OpenOptions, answers: Answers | null) {
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 31);
  const today = new Date().toISOString().slice(0, 10);
  return { seed, today, counts: !isAlone(options) || answers !== null, split: splitOf(options) };
}

/** Walks until the learner has left; goes on in the exercise when that was asked for. */
export async function drive(options: OpenOptions, answers: Answers | null, begun: Moved): Promise<ExitCode> {
  const { lesson, mode, progress, runner, driver, signal } = options;
  let exercise = false;
  const shown = showing(options, answers, () => exercise);
  const session: Session = new Session(begun, shown.stage, {
    runner,
    driver,
    append: async (facts) => void (await Promise.all(facts.map((fact) => progress.append(fact)))),
    open: async (file) => {
      const said = await shown.open(`${lesson.dir}/${file}`);
      if (said !== null) shown.stage.say({ say: 'notice', text: said });
    },
    exercise: async () => {
      exercise = true;
      void session.dispatch({ type: 'quit' });
    },
  });
  // The cluster is opened while the learner reads; in a window the first words do not wait for what that loads.
  const warmUp = () => runner.warmUp?.(lesson.manifest.cluster, driver, () => undefined);
  if (begun.walk.stops.some((stop) => stop.kind === 'run')) void (mode === 'ink' ? session.settled.then(warmUp) : warmUp());
  const interrupt = () => void session.interrupt();
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    await Promise.race([session.ended, shown.drive(session)]);
  } finally {
    signal.removeEventListener('abort', interrupt);
    await shown.leave();
  }
  return exercise ? openExercise({ ...options, file: null }) : session.code;
}

/** In a window, a text that is higher than it is read in parts; room is left for the heading and for the keys. */
function splitOf({ mode, paper, streams }: OpenOptions): Split {
  if (mode !== 'ink') return (markdown) => [markdown];
  const rows = (streams?.output ?? process.stdout).rows ?? 24;
  return (markdown, first) => splitMarkdown(markdown, paper, roomOf(paper), Math.max(10, rows - (first ? 15 : 9)));
}
