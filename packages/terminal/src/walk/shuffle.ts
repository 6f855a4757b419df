/** The order in which `n` options are shown: position → index in the question's own order. The same seed gives the same order. */
export function shuffled(n: number, seed: number, salt: string): readonly number[] {
  let state = [...salt].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 16_777_619), seed ^ 2_166_136_261) >>> 0;
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    const k = ((mixed ^ (mixed >>> 14)) >>> 0) % (i + 1);
    [order[i], order[k]] = [order[k] as number, order[i] as number];
  }
  return order;
}
