import { type Happening, timeline } from '@proving/replay';
import type { Told } from '../walk/runner.ts';

/**
 * A run as lines that are printed once. What is gathered is held back until it is whole, but never longer than a second, and the
 * first answer is printed as it comes: a record has its offset on the screen as soon as it has one.
 */
export class HappeningStream {
  readonly #line: (happening: Happening) => void;
  readonly #waiting: (until: string) => void;
  readonly #waits = new Map<number, NodeJS.Timeout>();
  #model = timeline.initial;
  #printed = 0;
  #sealedAt = 0;
  #answered = false;
  #measured = false;

  constructor(line: (happening: Happening) => void, waiting: (until: string) => void) {
    this.#line = line;
    this.#waiting = waiting;
  }

  hear(told: Told): void {
    if (told.type === 'arm.started') this.end();
    if (told.type === 'arm.ended') this.#flush(true);
    if (told.type !== 'event' || this.#measured) return;
    const { event } = told;
    this.#model = timeline.step(this.#model, event);
    const first = !this.#answered && event.type === 'client.ack';
    if (first) this.#answered = true;
    this.#measured = event.type === 'observation';
    this.#flush(first || this.#measured || event.t - this.#sealedAt >= 1_000);
    if (event.type === 'wait.begin') this.#wait(event.id, event.until);
    if (event.type === 'wait.end') this.#waited(event.id);
  }

  /** Prints what is left, and is ready for another run. */
  end(): void {
    this.#flush(true);
    for (const id of [...this.#waits.keys()]) this.#waited(id);
    this.#model = timeline.initial;
    this.#printed = 0;
    this.#sealedAt = 0;
    this.#answered = false;
    this.#measured = false;
  }

  /** Prints the lines that cannot grow any more; with `all`, those too that could. */
  #flush(all: boolean): void {
    const growing = new Set(Object.values(this.#model.open).map((open) => open.index));
    while (this.#printed < this.#model.items.length) {
      if (!all && growing.has(this.#printed)) return;
      this.#line(this.#model.items[this.#printed] as Happening);
      this.#printed++;
    }
    if (!all) return;
    this.#model = timeline.seal(this.#model);
    this.#sealedAt = this.#model.items.at(-1)?.until ?? this.#sealedAt;
  }

  /** A wait that takes long is said, so that silence has a reason. */
  #wait(id: number, until: string): void {
    const timer = setTimeout(() => {
      this.#flush(true);
      this.#waiting(until);
    }, 1_500);
    this.#waits.set(id, timer);
  }

  #waited(id: number): void {
    clearTimeout(this.#waits.get(id));
    this.#waits.delete(id);
  }
}
