import {
  CountBySession,
  CountByWindow,
  Final,
  type Operator,
  type Windowing,
} from '../windows/index.ts';

/** How views are counted; times in ms. For sessions `size` is the gap. */
export interface Plan extends Windowing {
  readonly windows: 'fixed' | 'sessions';
  readonly grace: number;
  /** Each new count, or one for each window when it is over. */
  readonly say: 'each' | 'final';
}

/** Windows of ten seconds that touch, no grace, each count said. */
export const tumbling: Plan = {
  windows: 'fixed',
  size: 10_000,
  advance: 10_000,
  grace: 0,
  say: 'each',
};

/** Windows of ten seconds that touch, that overlap, and sessions with a gap of five. Who guesses meets those that touch. */
export const plans = {
  touching: tumbling,
  overlapping: { ...tumbling, advance: 5_000 },
  sessions: { ...tumbling, windows: 'sessions', size: 5_000 },
  guessed: tumbling,
} as const satisfies Readonly<Record<string, Plan>>;

/** An operator in its two halves, and when a window is over for it. */
export interface Counting {
  readonly counting: Operator;
  /** The same, or one that keeps its counts back. */
  readonly saying: (counting: Operator) => Operator;
  /** Windows that end at this time or before are over, at that stream time; null: none ever is. */
  readonly over: (streamTime: number) => number | null;
  /** Whether the end of a window belongs to it. */
  readonly endWithin: boolean;
}

export function countingFor({ windows, grace, say, ...windowing }: Plan): Counting {
  const saying = (counting: Operator) =>
    say === 'final' ? new Final(counting, grace) : counting;
  if (windows === 'sessions') {
    const gap = windowing.size;
    const counting = new CountBySession(gap, grace);
    // A session with its end exactly a gap and a grace before stream time can still be hit.
    return { counting, saying, over: (time) => time - gap - grace - 1, endWithin: true };
  }
  const counting = new CountByWindow(windowing, grace);
  return { counting, saying, over: (time) => time - grace, endWithin: false };
}
