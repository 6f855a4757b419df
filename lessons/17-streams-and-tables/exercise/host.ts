import { child, onceAtRest } from '@proving/lab/child';
import type { ConsumerConfig, Kafka, ProducerConfig } from 'kafkajs';

interface Given {
  readonly learner: string;
  readonly orders: string;
  readonly counts: string;
  readonly group: string;
  /** The acknowledged send after which the process stands still, so that it can be killed there; 0 for none. */
  readonly standsAfter: number;
  /** The broker that leads the orders. */
  readonly leader: number;
}

// The process in which the learner's counter lives, and dies. It says when it stands, when there is
// nothing more to read, and when the counter has stopped by itself.
const { args, kafka, say } = child<Given>();
const { learner, standsAfter, leader, ...counting } = args;
let sends = 0;

process.on('unhandledRejection', stopped);
const { default: counter } = await import(learner);
await counter({ kafka: watched(kafka), ...counting }).catch(stopped);

function watched(plain: Kafka): Kafka {
  const make = { producer: plain.producer.bind(plain), consumer: plain.consumer.bind(plain) };
  plain.producer = (config?: ProducerConfig) => {
    const made = make.producer(config);
    return {
      ...made,
      async send(record) {
        const answer = await made.send(record);
        sends += 1;
        if (sends !== standsAfter) return answer;
        say('stands');
        return new Promise(() => undefined);
      },
    };
  };
  plain.consumer = (config: ConsumerConfig) => {
    const made = make.consumer({ ...config, sessionTimeout: 2_500, heartbeatInterval: 200 });
    onceAtRest(made, leader, { caughtUp: () => say('idle'), crashed: stopped });
    return made;
  };
  return plain;
}

function stopped(error: unknown): void {
  say({ stopped: error instanceof Error ? error.message : String(error) });
}
