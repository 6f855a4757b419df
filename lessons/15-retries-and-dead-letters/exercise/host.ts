import { child } from '@proving/lab/child';
import type { ConsumerConfig, ProducerConfig } from 'kafkajs';

interface Given {
  readonly learner: string;
  readonly deadLetters: string;
  readonly group: string;
  /** Whether the first send stands still before it leaves, so that the process can be killed there. */
  readonly stands: boolean;
}

// The process in which the learner's program drains the topic. It says when a send is about to
// leave, when the program has come to its end, and when it only waits for more.
const { args, kafka, say } = child<Given>();
const { learner, deadLetters, group, stands } = args;

/** So many fetches in a row without a send, after one: it waits for more. */
const restsAfter = 30;
let fetches = Number.NEGATIVE_INFINITY;

const makeConsumer = kafka.consumer.bind(kafka);
kafka.consumer = (config: ConsumerConfig) => {
  const consumer = makeConsumer({ sessionTimeout: 3_000, heartbeatInterval: 200, ...config });
  consumer.on(consumer.events.FETCH, () => {
    fetches += 1;
    if (fetches === restsAfter) say('waits');
  });
  return consumer;
};

const makeProducer = kafka.producer.bind(kafka);
kafka.producer = (config?: ProducerConfig) => {
  const producer = makeProducer(config);
  const held = async <T>(send: () => Promise<T>): Promise<T> => {
    say('sending');
    fetches = Number.NEGATIVE_INFINITY;
    if (stands) await new Promise(() => undefined);
    const answer = await send();
    fetches = 0;
    return answer;
  };
  return {
    ...producer,
    send: (record) => held(() => producer.send(record)),
    sendBatch: (batch) => held(() => producer.sendBatch(batch)),
  };
};

process.on('unhandledRejection', stopped);
const { default: drain } = await import(learner);
await drain({ kafka, deadLetters, group }).then(() => say('ended'), stopped);

function stopped(error: unknown): void {
  say({ stopped: error instanceof Error ? error.message : String(error) });
}
