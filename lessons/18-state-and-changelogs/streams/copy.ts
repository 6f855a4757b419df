import { MemoryStore, type Store } from '@proving/lesson-17/streams';
import type { Consumer, EachBatchPayload } from 'kafkajs';

/**
 * Reads a changelog from its beginning and folds it, a store for each partition. Begun when a task is taken over, it is a
 * restore; begun before, a standby. A copy has a group of its own, so that it is dealt every partition.
 */
export class Copy {
  readonly #consumer: Consumer;
  readonly #topic: string;
  readonly #stores = new Map<number, MemoryStore>();
  /** By partition: the changes folded so far, and the offset of what comes next. */
  readonly #folded = new Map<number, number>();
  readonly #next = new Map<number, number>();
  readonly #given = new Set<number>();
  #moved = Promise.withResolvers<void>();

  private constructor(consumer: Consumer, topic: string) {
    this.#consumer = consumer;
    this.#topic = topic;
  }

  /** @param consumer connected, alone in its group, and read_committed */
  static async begin(consumer: Consumer, topic: string, told?: (changes: number) => void) {
    const copy = new Copy(consumer, topic);
    await consumer.subscribe({ topic, fromBeginning: true });
    // Fires for batches of nothing but markers, too, which no handler is given.
    consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
      copy.#next.set(payload.partition, Number(payload.lastOffset) + 1);
      copy.#moved.resolve();
      copy.#moved = Promise.withResolvers();
      told?.(copy.changes(payload.partition));
    });
    await consumer.run({ autoCommit: false, eachBatch: async (each) => copy.#fold(each) });
    return copy;
  }

  /** How many changes of a partition it has read. */
  changes(partition: number): number {
    return this.#folded.get(partition) ?? 0;
  }

  /** Stands still until somebody takes a store. */
  pause(): void {
    this.#consumer.pause([{ topic: this.#topic }]);
  }

  // #region take
  /** Gives the store of a partition away when it has come from `start` to `end`, and folds no more of it. */
  async take(partition: number, start: number, end: number): Promise<Store> {
    this.#consumer.resume([{ topic: this.#topic }]);
    while ((this.#next.get(partition) ?? start) < end) await this.#moved.promise;
    this.#given.add(partition);
    return this.#storeOf(partition);
  }

  #fold({ batch: { partition, messages } }: EachBatchPayload): void {
    if (this.#given.has(partition)) return;
    const store = this.#storeOf(partition);
    for (const { key, value } of messages) store.put(`${key}`, value && `${value}`);
    this.#folded.set(partition, this.changes(partition) + messages.length);
  }
  // #endregion

  #storeOf(partition: number): MemoryStore {
    const store = this.#stores.get(partition) ?? new MemoryStore();
    this.#stores.set(partition, store);
    return store;
  }
}
