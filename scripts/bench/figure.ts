/** One promised figure. `ratio` is measured against the limit, so it can be compared between machines that differ. */
export interface Figure {
  readonly name: string;
  readonly measured: number;
  readonly limit: number;
  readonly unit: string;
  /** How it was measured: how many runs, what was taken. */
  readonly how: string;
}

/** `0.62 of the limit   first offset of lesson 07, warm   0.93 s (limit 1.5 s; median of 5)` */
export function printed({ name, measured, limit, unit, how }: Figure): string {
  const ratio = (measured / limit).toFixed(2);
  return `${ratio} of the limit${measured > limit ? '  OVER' : '      '}  ${name.padEnd(44)} ${round(measured)} ${unit} (limit ${limit} ${unit}; ${how})`;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const round = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
