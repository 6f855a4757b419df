import type { Lab } from '@proving/lab';
import type { Consumer, EachMessageHandler, KafkaMessage } from 'kafkajs';
import type { Clock } from './clock.ts';

/** A handler for retry topics: it packs each order when it is due, by the header `due` and the clock that it is given. */
export class DueReader {
  /** When each order was due and when it was packed, ms by the clock. */
  readonly packed: { readonly due: number; readonly at: number }[] = [];
  /** How many orders the handler was given. */
  seen = 0;
  #heartbeats = 0;
  #heartbeatsBefore = 0;
  isWaiting = false;
  readonly #lab: Lab;
  readonly #clock: Clock;
  readonly #until: 'paused' | 'in the handler' | 'not at all';

  constructor(lab: Lab, clock: Clock, until: 'paused' | 'in the handler' | 'not at all') {
    this.#lab = lab;
    this.#clock = clock;
    this.#until = until;
  }

  /** A consumer whose heartbeats it counts. */
  async consumer(lab: Lab): Promise<Consumer> {
    const as = { groupId: lab.group('retries'), heartbeatInterval: 100 };
    const consumer = await lab.connect(lab.kafka.consumer(as));
    consumer.on('consumer.heartbeat', () => void this.#heartbeats++);
    return consumer;
  }

  readonly handle: EachMessageHandler = async ({ message, pause, heartbeat }) => {
    this.seen += 1;
    const [clock, until] = [this.#clock, this.#until];
    // #region due
    const due = Number(message.headers?.['due']);
    if (until === 'paused' && clock.now < due) {
      const resume = pause();
      clock.at(due, () => [this.#pack(message), resume()]);
      return;
    }
    if (until === 'in the handler') await this.#isDue(due, heartbeat);
    this.#pack(message);
    // #endregion
  };

  /** Whether the handler waits, and has sent ten heartbeats since it began: time enough for others, if there were any. */
  get isStuck(): boolean {
    return this.isWaiting && this.#heartbeats - this.#heartbeatsBefore > 10;
  }

  get early(): number {
    return this.packed.filter(({ due, at }) => at < due).length;
  }

  get late(): number {
    return this.packed.filter(({ due, at }) => at > due).length;
  }

  async #isDue(due: number, heartbeat: () => Promise<void>): Promise<void> {
    [this.isWaiting, this.#heartbeatsBefore] = [true, this.#heartbeats];
    const isDue = () => heartbeat().then(() => this.#clock.now >= due);
    await this.#lab.eventually('it is due', isDue, { giveUpAfter: '20s' });
    this.isWaiting = false;
  }

  #pack({ headers }: KafkaMessage): void {
    this.packed.push({ due: Number(headers?.['due']), at: this.#clock.now });
  }
}
