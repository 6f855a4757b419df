/** Numbers that look random and follow from a seed, each from 0 up to 1 (mulberry32, by Tommy Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 up to `below`, exclusive, that follows from a seed. */
export const chosen = (seed: number, below: number): number =>
  Math.floor(seeded(seed)() * below);
