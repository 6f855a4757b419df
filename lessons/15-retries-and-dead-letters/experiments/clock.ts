/** The experiment's own clock, in milliseconds. It stands still until somebody moves it. */
export class Clock {
  now = 0;
  #waiting: { readonly at: number; readonly act: () => unknown }[] = [];

  /** Calls `act` once, when the clock reaches `at`, or now if it has. */
  at(at: number, act: () => unknown): void {
    this.#waiting.push({ at, act });
    this.moveTo(this.now);
  }

  /** Moves on to `now`; what was waiting for it happens in the order of its times. */
  moveTo(now: number): void {
    this.now = now;
    const due = this.#waiting.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at);
    this.#waiting = this.#waiting.filter(({ at }) => at > now);
    for (const { act } of due) act();
  }
}
