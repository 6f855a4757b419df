import type { Topic } from '@proving/lab';
import type { KafkaMessage, Producer } from 'kafkajs';

/** Packing fails for a reason that will pass: the same order succeeds later. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
/** Packing fails for a reason that lies in the record: it fails each time. */
export class NotAnOrder extends Error {
  override readonly name = 'NotAnOrder';
}

/**
 * A packing table. It writes a label for each order; it cannot read what is not an order, and the warehouse gives no answer
 * about the orders in `unanswered` until they are taken out of it.
 */
export class Table {
  readonly unanswered: Map<string, number>;
  /** How often it was tried, by value. */
  readonly tries = new Map<string, number>();
  readonly #producer: Producer;
  readonly #labels: Topic;

  constructor(producer: Producer, labels: Topic, unanswered: readonly [string, number][] = []) {
    this.#producer = producer;
    this.#labels = labels;
    this.unanswered = new Map(unanswered);
  }

  /** @throws {NoAnswer} while the order is in `unanswered` with tries left; {NotAnOrder} where the value is none */
  async pack({ key, value }: Pick<KafkaMessage, 'key' | 'value'>): Promise<void> {
    const order = `${value}`;
    const tries = (this.tries.get(order) ?? 0) + 1;
    this.tries.set(order, tries);
    if (!/^order \d+$/.test(order)) throw new NotAnOrder(order);
    if (tries <= (this.unanswered.get(order) ?? 0)) throw new NoAnswer(order);
    await this.#producer.send({ topic: this.#labels.name, messages: [{ key, value }] });
  }
}
