/** Time as columns: each stands for `per` ms, so that the picture changes its scale seldom while it grows. */
export interface TimeAxis {
  readonly per: number;
  /** How many columns there are. */
  readonly length: number;
  at(t: number): number;
}

/** From `from` to `until` in at most `room` columns of 10, 15, 20, 30, 40, 60, 80, 100, 150 ms … each. */
export function timeAxis(from: number, until: number, room: number): TimeAxis {
  const span = Math.max(0, until - from);
  for (let power = 10; ; power *= 10) {
    for (const factor of [1, 1.5, 2, 3, 4, 6, 8]) {
      const per = factor * power;
      const length = Math.floor(span / per) + 1;
      if (length <= room) return { per, length, at: (t) => Math.min(length - 1, Math.max(0, Math.floor((t - from) / per))) };
    }
  }
}

/** `a column is 50 ms`, said in the unit that is easier to read. */
export const perColumn = ({ per }: TimeAxis): string => `a column is ${per < 1000 ? `${per} ms` : `${per / 1000} s`}`;

/** Words at their columns; one that would touch the word before it moves right, and one that has no room left out. */
export function placed(words: readonly { readonly at: number; readonly word: string }[], length: number, filler = ' '): string {
  let line = '';
  for (const { at, word } of words) {
    const begin = line === '' ? at : Math.max(at, line.length + 1);
    if (begin + word.length > length) continue;
    line = line.padEnd(begin, line === '' ? ' ' : filler) + word;
  }
  return line === '' ? ''.padEnd(length) : line.padEnd(length, filler);
}
