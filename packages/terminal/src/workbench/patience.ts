/** How long a failed exercise may lie before the hints are pointed to. */
export const patienceMs = 4 * 60_000;

/** Waits for a learner who does not go on, one wait at a time. */
export class Patience {
  #timer: NodeJS.Timeout | null = null;

  begin(over: () => void): void {
    this.end();
    this.#timer = setTimeout(over, patienceMs);
    this.#timer.unref();
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
