import type { Tape } from './tape.ts';

/** Where a replay is, and whether it moves. */
export interface Player {
  /** How many moments of the tape have happened. */
  readonly position: number;
  readonly playing: boolean;
  /** How often faster than the easy pace; `'recorded'`: as fast as it happened. */
  readonly speed: number | 'recorded';
  /** Ms that have been waited for the next moment, in the time of the pace. */
  readonly over: number;
}
export type PlayerAct =
  | { readonly act: 'play' | 'pause' | 'toggle' }
  | { readonly act: 'step'; readonly by: number }
  | { readonly act: 'seek'; readonly to: number }
  | { readonly act: 'speed'; readonly speed: Player['speed'] }
  /** So many ms of the viewer's time have gone by. */
  | { readonly act: 'tick'; readonly ms: number };

export const atTheStart: Player = { position: 0, playing: false, speed: 1, over: 0 };

export function played(tape: Tape, player: Player, act: PlayerAct): Player {
  const end = tape.moments.length;
  switch (act.act) {
    case 'play':
      return end === 0 ? player : { ...player, playing: true, ...(player.position >= end ? { position: 0, over: 0 } : {}) };
    case 'pause':
      return { ...player, playing: false };
    case 'toggle':
      return played(tape, player, { act: player.playing ? 'pause' : 'play' });
    case 'step':
      return { ...player, playing: false, over: 0, position: within(player.position + act.by, end) };
    case 'seek':
      return { ...player, over: 0, position: within(act.to, end) };
    case 'speed':
      return { ...player, speed: act.speed, over: 0 };
    case 'tick':
      return player.playing ? ticked(tape, player, act.ms) : player;
  }
}

function ticked(tape: Tape, player: Player, ms: number): Player {
  let { position } = player;
  let over = player.over + Math.max(0, ms) * (player.speed === 'recorded' ? 1 : player.speed);
  while (position < tape.moments.length) {
    const wait = waitBefore(tape, position, player.speed);
    if (over < wait) return { ...player, position, over };
    over -= wait;
    position += 1;
  }
  return { ...player, position, over: 0, playing: false };
}

/**
 * The time that is shown, ms since the runs began: that of the last moment, or, while the next one is awaited, on the way to it.
 */
export function timeOf(tape: Tape, { position, over, speed }: Player): number {
  const before = tape.moments[position - 1]?.t ?? 0;
  const next = tape.moments[position]?.t;
  if (next === undefined || over === 0) return before;
  const wait = waitBefore(tape, position, speed);
  return wait === 0 ? before : before + (next - before) * Math.min(1, over / wait);
}

/**
 * Ms before moment `position` comes. The easy pace gives what is new the time to be seen and cuts long waits short; a run of
 * many moments is hurried so that its easy pace takes about half a minute.
 */
export function waitBefore(tape: Tape, position: number, speed: Player['speed']): number {
  const gap = Math.max(0, (tape.moments[position]?.t ?? 0) - (tape.moments[position - 1]?.t ?? 0));
  if (speed === 'recorded') return gap;
  return Math.max(Math.min(gap, longest), leastOf(tape, position)) * hurry(tape);
}

const longest = 1_600;
const least = { telling: 450, another: 60 };
const wholeRun = 30_000;

const leastOf = (tape: Tape, position: number) => (tape.moments[position]?.telling ? least.telling : least.another);

const hurries = new WeakMap<Tape, number>();
function hurry(tape: Tape): number {
  const known = hurries.get(tape);
  if (known !== undefined) return known;
  const all = tape.moments.reduce((sum, { t }, i) => {
    const gap = t - (tape.moments[i - 1]?.t ?? 0);
    return sum + Math.max(Math.min(gap, longest), leastOf(tape, i));
  }, 0);
  const factor = Math.min(1, wholeRun / Math.max(1, all));
  hurries.set(tape, factor);
  return factor;
}

const within = (n: number, end: number) => Math.min(end, Math.max(0, Math.round(n)));
