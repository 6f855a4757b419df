/**
 * The numbers 0 … n-1 in an order that is always the same for the same `salt`: the page that was built and the page in a browser
 * must agree, and the right answer must not always come first.
 */
export function shuffled(n: number, salt: string): readonly number[] {
  let state = 2166136261;
  for (const letter of salt) state = Math.imul(state ^ letter.charCodeAt(0), 16777619) >>> 0;
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}
