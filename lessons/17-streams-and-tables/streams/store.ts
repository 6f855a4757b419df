/** What a task remembers: a value for each key. */
export interface Store {
  get(key: string): string | undefined;
  /** A value of null takes the key away. */
  put(key: string, value: string | null): void;
  entries(): Iterable<readonly [key: string, value: string]>;
}

/** Lives and dies with its process. */
export class MemoryStore implements Store {
  readonly #values = new Map<string, string>();

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  put(key: string, value: string | null): void {
    if (value === null) this.#values.delete(key);
    else this.#values.set(key, value);
  }

  entries(): Iterable<readonly [string, string]> {
    return this.#values.entries();
  }
}
