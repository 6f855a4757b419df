import { randomInt } from 'node:crypto';

/** Names that no other run uses: `orders-7f3a`, and `orders-2-7f3a` for the second of a title. */
export class Names {
  readonly #prefix: string;
  readonly #run = randomInt(36 ** 4)
    .toString(36)
    .padStart(4, '0');
  readonly #used = new Map<string, number>();

  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  fresh(title: string): string {
    const times = (this.#used.get(title) ?? 0) + 1;
    this.#used.set(title, times);
    return `${this.#prefix}${title}${times === 1 ? '' : `-${times}`}-${this.#run}`;
  }
}
