/** Numbers from 0 to 1, the same for the same seed (Tommy Ettinger's mulberry32). For made-up examples alone. */
export type Dice = () => number;

export function diceOf(seed: number): Dice {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of these; undefined when there is none. */
export const oneOf = <T>(dice: Dice, all: readonly T[]): T | undefined => all[Math.floor(dice() * all.length)];
