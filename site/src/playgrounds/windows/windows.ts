/** A record as a stream has it: its key, and when it happened, s. The order of a list is the order of arrival. */
export interface Happened {
  readonly key: string;
  readonly at: number;
}

/** How time is cut, s: a window of `size` begins every `advance`; the same number twice makes them touch and not overlap. */
export interface Windowing {
  readonly size: number;
  readonly advance: number;
  /** How long after its end a window is still counted in. */
  readonly grace: number;
}

/** From `from` up to, but not including, `to`, s. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Count extends Span {
  readonly key: string;
  readonly count: number;
}

/** What one record did when it came. */
export interface Arrival extends Happened {
  /** The largest time seen so far, its own included, s. */
  readonly streamTime: number;
  /** The windows that it was counted in, with their counts after it. */
  readonly counts: readonly Count[];
  /** The windows that were over when it came. */
  readonly late: readonly Span[];
}

/** A count that no record can change any more; `by`: the arrival that closed it, null while it is open. */
export interface Result extends Count {
  readonly by: number | null;
}

/** The windows that a time falls into, the earliest first. Windows stand at whole multiples of `advance`. */
export function windowsAt(at: number, { size, advance }: Windowing): readonly Span[] {
  const last = Math.floor(at / advance) * advance;
  const n = Math.ceil((size - (at - last)) / advance);
  return Array.from({ length: Math.max(0, n) }, (_, i) => last - (n - 1 - i) * advance).map((from) => ({ from, to: from + size }));
}

/**
 * Counts by key and window, as Kafka Streams does for one partition. Stream time is the largest time that came; a window is over
 * when it has passed its end by the grace (Streams' `TimeWindows.ofSizeAndGrace`). No clock takes part.
 */
export function countedBy(records: readonly Happened[], windowing: Windowing): readonly Arrival[] {
  const counts = new Map<string, number>();
  let streamTime = Number.NEGATIVE_INFINITY;
  return records.map(({ key, at }) => {
    streamTime = Math.max(streamTime, at);
    const open = windowsAt(at, windowing).filter((window) => !isOver(window, streamTime, windowing));
    const late = windowsAt(at, windowing).filter((window) => isOver(window, streamTime, windowing));
    return {
      ...{ key, at, streamTime, late },
      counts: open.map(({ from, to }) => {
        const place = `${from} ${key}`;
        const count = (counts.get(place) ?? 0) + 1;
        counts.set(place, count);
        return { from, to, key, count };
      }),
    };
  });
}

/** The last count of every window and key, in the order of windows, then of keys. */
export function resultsOf(arrivals: readonly Arrival[], windowing: Windowing): readonly Result[] {
  const newest = new Map(arrivals.flatMap(({ counts }) => counts.map((count) => [`${count.from} ${count.key}`, count])));
  return [...newest.values()]
    .map((count) => {
      const by = arrivals.findIndex(({ streamTime }) => isOver(count, streamTime, windowing));
      return { ...count, by: by === -1 ? null : by };
    })
    .sort((a, b) => a.from - b.from || (a.key < b.key ? -1 : 1));
}

const isOver = ({ to }: Span, streamTime: number, { grace }: Windowing): boolean => to + grace <= streamTime;
