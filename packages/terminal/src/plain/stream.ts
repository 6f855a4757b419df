import { type Happening, timeline } from '@proving/replay';
import type { Told } from '../walk/runner.ts';

/**
 * A run as lines that are printed once. What is gathered is held back until it is whole, but never longer than a second, and the
 * first answer is printed as it comes: a record has its offset on the screen as soon as it has one.
 */
export class HappeningStream {
  readonly #line: (happening: Happening) => void;
  readonly #waiting: (until: string) => void;
  #model = timeline.initial;
  #printed = 0;
  #shownAt = 0;
  #answered = false;

  constructor(line: (happening: Happening) => void, waiting: (until: string) => void) {
    this.#line = line;
    this.#waiting = waiting;
  }

  hear(told: Told): void {
    if (told.type === 'arm.started') this.#reset();
    if (told.type === 'arm.ended') this.#flush(true);
    if (told.type !== 'event') return;
    this.#model = timeline.step(this.#model, told.event);
    const first = !this.#answered && told.event.type === 'client.ack';
    if (first) this.#answered = true;
    this.#flush(first || told.event.t - this.#shownAt >= 1000);
    if (told.event.type === 'wait.begin' && told.event.deadline >= 2000) this.#wait(told.event.until);
    this.#shownAt = first ? told.event.t : this.#shownAt;
  }

  /** Prints the lines that cannot grow any more; with `all`, those too that could. */
  #flush(all: boolean): void {
    const growing = new Set(Object.values(this.#model.open).map((open) => open.index));
    while (this.#printed < this.#model.items.length) {
      if (!all && growing.has(this.#printed)) return;
      this.#line(this.#model.items[this.#printed] as Happening);
      this.#printed++;
    }
    if (all) {
      this.#model = timeline.seal(this.#model);
      this.#shownAt = this.#model.items.at(-1)?.until ?? this.#shownAt;
    }
  }

  #wait(until: string): void {
    this.#flush(true);
    this.#waiting(until);
  }

  #reset(): void {
    this.#flush(true);
    this.#model = timeline.initial;
    this.#printed = 0;
    this.#shownAt = 0;
    this.#answered = false;
  }
}
