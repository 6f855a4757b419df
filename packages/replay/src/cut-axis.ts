/** An axis with the long empty stretches of it cut out: one record from far ahead must not press all others into a point. */
export interface CutAxis {
  /** The stretches that are shown, in order. */
  readonly parts: readonly (readonly [from: number, to: number])[];
  /** Where the axis is cut, at the end of the stretch before. */
  readonly cuts: readonly number[];
  /** The place of a value, from 0 to `length`; one within a cut lies at its nearer edge. */
  at(value: number): number;
}

/**
 * @param spans what must be seen, in any order
 * @param length of the whole axis, in columns or px; `gap`: how much of it each cut takes
 */
export function cutAxis(spans: readonly (readonly [from: number, to: number])[], length: number, gap: number): CutAxis {
  const cut = partsOf(spans);
  // Where cuts would take more than half of the axis, it is better whole.
  const parts = gap * (cut.length - 1) * 2 > length ? [[cut[0]?.[0] ?? 0, cut.at(-1)?.[1] ?? 0] as const] : cut;
  const shown = parts.reduce((sum, [from, to]) => sum + to - from, 0);
  const room = Math.max(0, length - gap * (parts.length - 1));
  const scale = shown > 0 ? room / shown : 0;
  const begins: number[] = [];
  let at = 0;
  for (const [from, to] of parts) {
    begins.push(at);
    at += (to - from) * scale + gap;
  }
  const place = (value: number, i: number) => {
    const [from, to] = parts[i] ?? [0, 0];
    return (begins[i] ?? 0) + (Math.min(to, Math.max(from, value)) - from) * scale;
  };
  return {
    parts,
    cuts: parts.slice(0, -1).map(([, to], i) => place(to, i)),
    at(value) {
      const behind = parts.findIndex(([from]) => value < from);
      const i = behind === -1 ? parts.length - 1 : behind;
      if (behind <= 0) return place(value, Math.max(0, i));
      const [, before] = parts[behind - 1] ?? [0, 0];
      const [after] = parts[behind] ?? [0, 0];
      return value - before <= after - value ? place(value, behind - 1) : place(value, behind);
    },
  };
}

/** A stretch of nothing is cut when it is so many times longer than all of the rest. */
const cutFrom = 4;

function partsOf(spans: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const joined: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  const covered = joined.reduce((sum, [from, to]) => sum + to - from, 0);
  const parts: [number, number][] = [];
  for (const [from, to] of joined) {
    const last = parts.at(-1);
    if (last && (covered === 0 || from - last[1] <= cutFrom * covered)) last[1] = to;
    else parts.push([from, to]);
  }
  return parts;
}

/** Round values on the axis, at least `least` of its units apart: multiples of 1, 2, 5, 10, 20, 50 … of `unit`. */
export function ticksOf(axis: CutAxis, least: number, unit: number): readonly number[] {
  const all = ticksEvery(axis, stepFor(axis, least, unit));
  // Next to a cut two stretches may bring ticks too near to each other.
  let last = Number.NEGATIVE_INFINITY;
  return all.filter((tick) => {
    if (axis.at(tick) - last < least) return false;
    last = axis.at(tick);
    return true;
  });
}

function stepFor(axis: CutAxis, least: number, unit: number): number {
  const [from, to] = axis.parts.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))[0] ?? [0, 0];
  const scale = to > from ? (axis.at(to) - axis.at(from)) / (to - from) : 0;
  if (scale <= 0) return unit;
  for (let power = unit; ; power *= 10) for (const factor of [1, 2, 5]) if (factor * power * scale >= least) return factor * power;
}

const ticksEvery = ({ parts }: CutAxis, step: number): readonly number[] =>
  parts.flatMap(([from, to]) => {
    const first = Math.ceil(from / step) * step;
    return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
  });
