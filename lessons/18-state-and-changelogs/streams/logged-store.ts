import type { Store } from '@proving/lesson-17/streams';

interface Change {
  readonly key: string;
  readonly value: string | null;
}

// #region logged
/** A store that remembers what was changed in it, so that the changes can be written down, too. */
export class LoggedStore implements Store {
  readonly #store: Store;
  #changes: Change[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  put(key: string, value: string | null): void {
    this.#store.put(key, value);
    this.#changes.push({ key, value });
  }

  /** The changes since it was asked last, in order. */
  taken(): readonly Change[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }
  // #endregion

  get(key: string): string | undefined {
    return this.#store.get(key);
  }

  entries(): Iterable<readonly [string, string]> {
    return this.#store.entries();
  }
}
