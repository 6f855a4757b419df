/** From `start` up to, but not including, `end`, in ms since 1970. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** A window of `size` begins every `advance`, in ms; the same number twice makes windows that touch and do not overlap. */
export interface Windowing {
  readonly size: number;
  readonly advance: number;
}

// #region windows
/** The windows that a time stamp falls into, the earliest first. */
export function windowsAt(time: number, { size, advance }: Windowing): readonly Window[] {
  const windows: Window[] = [];
  const last = Math.floor(time / advance) * advance;
  for (let start = last; start + size > time; start -= advance) {
    const end = start + size;
    windows.unshift({ start, end });
  }
  return windows;
}
// #endregion

// #region over
/** End and grace are not above stream time. No clock is asked. */
export function isOver({ end }: Window, streamTime: number, grace: number) {
  return end + grace <= streamTime;
}
// #endregion
