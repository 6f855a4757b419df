import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openProgress } from '@proving/progress';

/** What one line of a walk said, as far as it tells where the learner is and what is behind them. */
interface Line {
  readonly type: string;
  readonly where?: string;
  readonly number?: number;
  readonly experiment?: string;
  readonly question?: { readonly id: string };
  readonly address?: string;
}

/** One session of a learner, from its first word to the kill. */
export interface Session {
  readonly where: string;
  /** The places that were seen, in order: `step 2`, `01-leader-dies`, `q3`, `end`. */
  readonly places: readonly string[];
  /** What the screen called done: `step 1`, `ran 01-leader-dies`, `answered q3`, `finished`. */
  readonly done: readonly string[];
  /** Whether a process of the session is left. */
  readonly isLeft: () => boolean;
}

/**
 * Walks the lesson of the screens' tests from where its log says, and kills the walker, and whatever it started, with SIGKILL so
 * many milliseconds after so many lines. A walk that ends before has not been killed.
 */
export async function walkUntilKilled(
  program: string,
  { home, answers, lines, ms }: { readonly home: string; readonly answers: string; readonly lines: number; readonly ms: number },
): Promise<Session> {
  const env = { ...process.env, LANG: 'C.UTF-8', SCREEN: 'json', SPEED: '60', PROVING_HOME: home, ANSWERS: answers };
  const walker = spawn(process.execPath, [program], { env, detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  const group = -(walker.pid as number);
  const seen: Line[] = [];
  let count = 0;
  createInterface(walker.stdout).on('line', (text) => {
    const line = whole(text);
    if (line) seen.push(line);
    if (++count === lines) setTimeout(() => signal(group, 'SIGKILL'), ms);
  });
  await once(walker, 'close');
  return {
    where: seen.find(({ type }) => type === 'opened')?.where ?? 'nowhere',
    places: seen.flatMap(placeOf),
    done: seen.flatMap(doneBy),
    isLeft: () => signal(group, 0),
  };
}

/** What the log holds, in the words of `Session.done`. */
export async function factsIn(home: string): Promise<readonly string[]> {
  if (!existsSync(home)) return [];
  const { entries } = await openProgress({ home, course: '0.0.0' }).read();
  return entries.flatMap((entry) => {
    if (entry.kind === 'step.read') return [`step ${entry.step}`];
    if (entry.kind === 'experiment') return [`ran ${entry.experiment}`];
    if (entry.kind === 'answer') return [`answered ${entry.question}`];
    return entry.kind === 'lesson.finished' ? ['finished'] : [];
  });
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The last line may be torn: it was never shown. */
function whole(text: string): Line | null {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return null;
  }
}

function placeOf({ type, number, experiment, question }: Line): readonly string[] {
  if (type === 'step') return [`step ${number}`];
  if (type === 'predict') return [experiment as string];
  if (type === 'ask') return [question?.id as string];
  return type === 'exercise' || type === 'finished' ? ['end'] : [];
}

function doneBy({ type, number = 0, experiment, question }: Line): readonly string[] {
  // Who sees the heading of a step has the one before behind them.
  if (type === 'step') return number > 1 ? [`step ${number - 1}`] : [];
  if (type === 'verdict') return [`ran ${experiment}`];
  if (type === 'answered') return [`answered ${question?.id}`];
  return type === 'finished' ? ['finished'] : [];
}

function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(group, name);
  } catch {
    return false;
  }
}
