import { askedAgain, child, onceAtRest } from '@proving/lab/child';
import type {
  ConsumerConfig,
  ConsumerRunConfig,
  Kafka,
  Producer,
  ProducerConfig,
} from 'kafkajs';
import { readAll } from './read-all.ts';

interface Given {
  readonly learner: string;
  readonly orders: string;
  readonly coupons: string;
  readonly changelog: string;
  readonly group: string;
  readonly transactionalId: string;
  /** The group in which the changelog is read. */
  readonly reading: string;
  /** Counted from the first order on: the act after which the process stands still; 0 for none. */
  readonly standsAfter: number;
  /** The broker that leads the orders. */
  readonly leader: number;
}

// The process in which the learner's program lives, and dies. It begins when it is told to.
const { args, kafka, say } = child<Given>();
const { learner, reading, standsAfter, leader, ...given } = args;
const plain = { producer: kafka.producer.bind(kafka), consumer: kafka.consumer.bind(kafka) };
let acts = 0;

process.on('unhandledRejection', stopped);
const { default: program } = await import(learner);
say('ready');
await new Promise((begin) => process.once('message', begin));
await program({
  ...given,
  kafka: counted(),
  readAll: (topic: string) => readAll(kafka, plain.consumer({ groupId: reading }), topic),
}).catch(stopped);

/** Nothing counts before the first order has come. */
async function act(name: string): Promise<void> {
  if (acts === 0 && name !== 'an order read') return;
  acts += 1;
  if (acts !== standsAfter) return;
  say({ stands: name });
  await new Promise(() => undefined);
}

function acting<A extends unknown[], R>(name: string, call: (...all: A) => Promise<R>) {
  return async (...all: A): Promise<R> => {
    const answer = await call(...all);
    await act(name);
    return answer;
  };
}

function counted(): Kafka {
  kafka.producer = (config?: ProducerConfig) => countedProducer(plain.producer(config));
  kafka.consumer = (config: ConsumerConfig) => {
    const made = plain.consumer({ ...config, sessionTimeout: 2_000, heartbeatInterval: 200 });
    onceAtRest(made, leader, { caughtUp: () => say({ idle: true }), crashed: stopped });
    return {
      ...made,
      commitOffsets: acting('a position committed by the consumer', made.commitOffsets),
      run: ({ eachMessage, eachBatch, ...rest }: ConsumerRunConfig = {}) =>
        made.run({
          ...rest,
          ...(eachMessage && {
            eachMessage: (each) => act('an order read').then(() => eachMessage(each)),
          }),
          ...(eachBatch && {
            eachBatch: (each) => act('an order read').then(() => eachBatch(each)),
          }),
        }),
    };
  };
  return kafka;
}

function countedProducer(made: Producer): Producer {
  return {
    ...made,
    send: acting('a record sent plainly', made.send),
    async transaction() {
      const transaction = await made.transaction();
      await act('a transaction begun');
      return {
        ...transaction,
        send: acting('a record sent in a transaction', transaction.send),
        sendOffsets: acting(
          'a position handed to the transaction',
          askedAgain(transaction.sendOffsets),
        ),
        commit: acting('a transaction committed', transaction.commit),
        abort: acting('a transaction aborted', transaction.abort),
      };
    },
  };
}

function stopped(error: unknown): void {
  say({ stopped: error instanceof Error ? error.message : String(error) });
}
