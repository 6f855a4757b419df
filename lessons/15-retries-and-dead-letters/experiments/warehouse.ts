import type { Lab, Topic } from '@proving/lab';
import type { KafkaMessage, Producer } from 'kafkajs';

/** A service that the packer asks for each order. It counts what becomes of them, and how often it is asked in vain. */
export class Warehouse {
  isDown = false;
  packed = 0;
  /** Orders that were given up. */
  dead = 0;
  /** Calls that it did not answer. */
  vain = 0;
  readonly #producer: Producer;
  readonly #letters: Topic;

  constructor(producer: Producer, letters: Topic) {
    this.#producer = producer;
    this.#letters = letters;
  }

  static async beside(lab: Lab): Promise<Warehouse> {
    const letters = await lab.topic({ title: 'dead-letters' });
    return new Warehouse(await lab.connect(lab.kafka.producer()), letters);
  }

  /** Orders that are packed or given up. */
  get decided(): number {
    return this.packed + this.dead;
  }

  /** @throws while it is down */
  async pack(_order: KafkaMessage): Promise<void> {
    if (this.isDown) {
      this.vain += 1;
      throw new Error('the warehouse does not answer');
    }
    this.packed += 1;
  }

  async giveUp({ key, value }: KafkaMessage): Promise<true> {
    await this.#producer.send({ topic: this.#letters.name, messages: [{ key, value }] });
    this.dead += 1;
    return true;
  }
}
