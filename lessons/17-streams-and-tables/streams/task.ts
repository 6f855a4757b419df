import type { Processor } from './processor.ts';
import type { StreamRecord } from './record.ts';
import type { Store } from './store.ts';

/**
 * The work on one partition. It meets the records of its partition in their order and nobody else's, and has a store of its own.
 * Stream time is the newest time stamp that it has met, in ms since 1970; -Infinity before the first record.
 */
export class Task {
  readonly partition: number;
  readonly store: Store;
  readonly #processor: Processor;
  #streamTime = Number.NEGATIVE_INFINITY;

  constructor(partition: number, store: Store, processor: Processor) {
    this.partition = partition;
    this.store = store;
    this.#processor = processor;
  }

  get streamTime(): number {
    return this.#streamTime;
  }

  /** What is to be written because of this record, in order. */
  process(record: StreamRecord): readonly StreamRecord[] {
    this.#streamTime = Math.max(this.#streamTime, record.time);
    return this.#processor(record, this);
  }
}
