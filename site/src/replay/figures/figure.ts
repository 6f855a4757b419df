import type { Views } from '@proving/replay';

/** What a figure is drawn from. Its size and its scale come from the end of the run, so that nothing jumps while it is replayed. */
export interface Drawn {
  /** How the run stands at `t`. */
  readonly now: Views;
  /** How it stood at its end, and how the runs beside it did. */
  readonly end: Views;
  readonly all: readonly Views[];
  /** Ms since the run began; `until`: how long the longest of the runs took. */
  readonly t: number;
  readonly until: number;
  /** Px. */
  readonly width: number;
}

/** Boxes of one size side by side as one path: `from` up to, but not including, `to`. */
export function boxes(
  from: number,
  to: number,
  box: { x: number; y: number; step: number; width: number; height: number },
): string {
  // Where boxes would be too small to tell apart, they are one bar.
  if (box.step < 4) return to > from ? bar(box.x + from * box.step, box.y, Math.max(1.5, (to - from) * box.step), box.height) : '';
  let d = '';
  for (let i = from; i < to; i++) d += bar(box.x + i * box.step, box.y, box.width, box.height);
  return d;
}

export const bar = (x: number, y: number, width: number, height: number): string =>
  `M${round(x)} ${round(y)}h${round(width)}v${height}h${-round(width)}z`;

/** A line in steps: each value from its time on, the last one until `x1`. */
export function steps(points: readonly { readonly x: number; readonly y: number }[], x1: number): string {
  return (
    points.map(({ x, y }, i) => (i === 0 ? `M${round(x)} ${round(y)}` : `H${round(x)}V${round(y)}`)).join('') +
    (points.length > 0 ? `H${round(x1)}` : '')
  );
}

interface Place {
  readonly topic: string;
  readonly partition: number;
  readonly broker?: number;
}

/** The same log, or the same copy of it, as it stands at another time. */
export const sameLog = <L extends Place>(logs: readonly L[], { topic, partition, broker }: Place): L | undefined =>
  logs.find((log) => log.topic === topic && log.partition === partition && log.broker === broker);

/** Of marks along a line those that stand at least `px` behind the one drawn before: the others would only cover it. */
export function apart<T>(all: readonly T[], at: (one: T) => number, px: number): readonly T[] {
  let last = Number.NEGATIVE_INFINITY;
  return all.filter((one) => {
    if (at(one) - last < px) return false;
    last = at(one);
    return true;
  });
}

/** Stretches along a line, in their order, those that touch as one: however many there are, no more than can be seen are drawn. */
export function merged(all: readonly (readonly [from: number, to: number])[]): readonly (readonly [from: number, to: number])[] {
  const seen: [number, number][] = [];
  for (const [from, to] of all) {
    const last = seen.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else seen.push([from, to]);
  }
  return seen;
}

export const round = (n: number): number => Math.round(n * 10) / 10;

/** A text, cut with `…` where it would be wider than `px` in letters of the size given. */
export function cut(text: string, px: number, size = 12): string {
  const most = Math.max(1, Math.floor(px / (size * 0.56)));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** A, B, C … */
export const letterOf = (index: number): string => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index] ?? '?';

/** Names in the order of their numbers, so that the second packer is B whoever was told first. */
export const inOrder = (names: readonly string[]): readonly string[] =>
  [...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

export const topOf = (numbers: readonly (number | null)[], least = 1): number =>
  numbers.reduce<number>((most, n) => Math.max(most, n ?? 0), least);
