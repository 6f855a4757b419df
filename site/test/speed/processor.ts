import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Linux counts in hundredths of a second, whatever its own clock does. */
const ticks = 100;

/** Linux alone tells whose the processor was. */
export const canTell = process.platform === 'linux';

/** Seconds of processor time that a process and all that it started have used, also what of it has ended. */
export const secondsOf = (pid: number): number => treeOf(pid).reduce((sum, { seconds }) => sum + seconds, 0);

interface Stat {
  readonly pid: number;
  readonly parent: number;
  /** Its own and that of its children which have ended. */
  readonly seconds: number;
}

function treeOf(pid: number): readonly Stat[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const all = new Map(pids.flatMap((name) => statOf(`/proc/${name}`) ?? []).map((stat) => [stat.pid, stat]));
  const within = (stat: Stat | undefined): boolean => stat !== undefined && (stat.pid === pid || within(all.get(stat.parent)));
  return [...all.values()].filter(within);
}

function statOf(folder: string): Stat | null {
  try {
    // The name of a program, in brackets, may hold anything.
    const text = readFileSync(`${folder}/stat`, 'utf8');
    const [, parent, ...more] = text.replace(/^.*\) /s, '').split(' ');
    const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = more.slice(9, 13).map(Number);
    const seconds = (user + system + endedUser + endedSystem) / ticks;
    return { pid: Number.parseInt(text, 10), parent: Number(parent), seconds };
  } catch {
    return null; // it has ended meanwhile
  }
}

/** Seconds that the processors of this machine were busy since it began, or were given to another machine. */
function busySeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] as string
  )
    .split(/ +/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) / ticks;
}

/** What something took: by the clock, of the processors, and the share of all processors that others had meanwhile, 0 to 1. */
export interface Took<T> extends Times {
  readonly result: T;
}

export interface Times {
  readonly seconds: number;
  readonly processor: number;
  /** Null where the machine does not tell. */
  readonly others: number | null;
}

/** Whether a clock may be judged: others had a tenth of the machine at most, or nobody can tell. */
export const isCalm = ({ others }: Times) => others === null || others <= 0.1;

/**
 * Measures what a process and its children take for some work.
 * @param pid whose processor time is counted; what else these tests do, such as their browser, is neither this nor the others'
 */
export async function took<T>(pid: number, work: () => Promise<T>): Promise<Took<T>> {
  const now = () => (canTell ? [secondsOf(pid), secondsOf(process.ppid), busySeconds()] : []) as [number, number, number];
  const [before, ours, busy] = now();
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  if (!canTell) return { result, seconds, processor: 0, others: null };
  const [after, oursAfter, busyAfter] = now();
  const theirs = busyAfter - busy - (oursAfter - ours);
  return { result, seconds, processor: after - before, others: Math.max(0, theirs) / (seconds * availableParallelism()) };
}
