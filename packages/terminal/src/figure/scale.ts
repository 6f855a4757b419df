/** How many records one `▌` stands for, so that the longest bar fits into `room` columns: 1, 2, 5, 10, 20, 50 … */
export function scaleOf(longest: number, room: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) if (longest <= room * factor * power) return factor * power;
  }
}

/** A bar from `start` to `end` in marks of `per` records; what was before `start` is left blank. */
export function bar(mark: string, start: number, end: number, per: number): string {
  const blank = Math.floor(Math.max(0, start) / per);
  const full = Math.ceil(Math.max(0, end) / per);
  return ' '.repeat(blank) + mark.repeat(Math.max(0, full - blank));
}
