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

export function operatorFor({ windows, grace, say, ...windowing }: Plan): Operator {
  const counting =
    windows === 'sessions'
      ? new CountBySession(windowing.size, grace)
      : new CountByWindow(windowing, grace);
  return say === 'final' ? new Final(counting, grace) : counting;
}
