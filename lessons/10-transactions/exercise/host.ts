import { askedAgain, child, onceAtRest } from '@proving/lab/child';
import type {
  ConsumerConfig,
  ConsumerRunConfig,
  Kafka,
  Producer,
  ProducerConfig,
} from 'kafkajs';

interface Given {
  readonly learner: string;
  readonly orders: string;
  readonly labels: string;
  readonly group: string;
  readonly transactionalId: string;
  /** The act after which the process stands still, so that it can be killed there; 0 for none. */
  readonly standsAfter: number;
  /** The broker that leads the orders. */
  readonly leader: number;
}

// The process in which the learner's packer lives, and dies. It is loaded while its predecessor lives,
// begins when it is told to, and counts the acts of the packer.
const { args, kafka, say } = child<Given>();
const { learner, standsAfter, leader, ...packing } = args;
let acts = 0;

process.on('unhandledRejection', stopped);
const { default: packer } = await import(learner);
await new Promise((begin) => process.once('message', begin));
await packer({ kafka: counted(kafka), ...packing }).catch(stopped);

async function act(name: string): Promise<void> {
  acts += 1;
  if (acts !== standsAfter) return;
  say({ stands: name });
  await new Promise(() => undefined);
}

/** The same function, and an act when it has been answered. */
function acting<A extends unknown[], R>(name: string, call: (...given: A) => Promise<R>) {
  return async (...given: A): Promise<R> => {
    const answer = await call(...given);
    await act(name);
    return answer;
  };
}

function counted(plain: Kafka): Kafka {
  const { producer, consumer } = {
    producer: plain.producer.bind(plain),
    consumer: plain.consumer.bind(plain),
  };
  plain.producer = (config?: ProducerConfig) => countedProducer(producer(config));
  plain.consumer = (config: ConsumerConfig) => {
    const made = consumer({ ...config, sessionTimeout: 1_500, heartbeatInterval: 100 });
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
            eachBatch: (each) => act('orders read').then(() => eachBatch(each)),
          }),
        }),
    };
  };
  return plain;
}

function countedProducer(made: Producer): Producer {
  return {
    ...made,
    send: acting('a label sent plainly', made.send),
    async transaction() {
      const transaction = await made.transaction();
      await act('a transaction begun');
      return {
        ...transaction,
        send: acting('a label sent in a transaction', transaction.send),
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
