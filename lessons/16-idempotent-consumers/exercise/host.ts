import { child, onceAtRest } from '@proving/lab/child';
import type { ConsumerConfig, ConsumerRunConfig, Kafka } from 'kafkajs';
import pg from 'pg';

interface Given {
  readonly learner: string;
  readonly topic: string;
  readonly group: string;
  readonly database: string;
  /** The act after which the process stands still, so that it can be killed there; 0 for none. */
  readonly standsAfter: number;
  /** The broker that leads the payments. */
  readonly leader: number;
}

// The process in which the learner's charger lives, and dies. It is loaded while its predecessor
// lives, begins when it is told to, and counts the acts of the charger from its first payment on.
const { args, kafka, say } = child<Given>();
const { learner, standsAfter, leader, ...charging } = args;
let acts = 0;
let inWork = -1;
let before = '';

process.on('unhandledRejection', stopped);
const { default: charger } = await import(learner);
await new Promise((begin) => process.once('message', begin));
countStatements();
await charger({ kafka: counted(kafka), ...charging }).catch(stopped);

async function act(name: string): Promise<void> {
  if (inWork < 0) return;
  acts += 1;
  const last = before;
  before = name;
  if (acts !== standsAfter) return;
  say({ stands: name, inWork, before: last });
  await new Promise(() => undefined);
}

async function read(offset: string): Promise<void> {
  inWork = Number(offset);
  await act('a payment read');
}

function counted(plain: Kafka): Kafka {
  const consumer = plain.consumer.bind(plain);
  plain.consumer = (config: ConsumerConfig) => {
    const quick = { sessionTimeout: 1_500, heartbeatInterval: 100, maxWaitTimeInMs: 100 };
    const made = consumer({ ...config, ...quick });
    onceAtRest(made, leader, { caughtUp: () => say({ idle: true }), crashed: stopped });
    return {
      ...made,
      commitOffsets: async (offsets) => {
        await made.commitOffsets(offsets);
        await act('a position committed');
      },
      run: ({ eachMessage, eachBatch, ...rest }: ConsumerRunConfig = {}) =>
        made.run({
          ...rest,
          ...(eachMessage && {
            eachMessage: (each) => read(each.message.offset).then(() => eachMessage(each)),
          }),
          ...(eachBatch && {
            eachBatch: (each) =>
              read(each.batch.firstOffset() ?? '0').then(() => eachBatch(each)),
          }),
        }),
    };
  };
  return plain;
}

/** Statements of every client and every pool: a promise is held back, and so is a callback. */
function countStatements(): void {
  type Query = (this: pg.Client, ...given: unknown[]) => unknown;
  const own = pg.Client.prototype as unknown as { query: Query };
  const query = own.query;
  const answered = () => act('an SQL statement answered');
  own.query = function counting(...given) {
    const callback = given.at(-1);
    if (typeof callback === 'function') {
      const held = (...answer: unknown[]) => void answered().then(() => callback(...answer));
      return query.apply(this, [...given.slice(0, -1), held]);
    }
    const result = query.apply(this, given);
    if (!(result instanceof Promise)) return result;
    return result.then(async (answer) => {
      await answered();
      return answer;
    });
  };
}

function stopped(error: unknown): void {
  say({ stopped: error instanceof Error ? error.message : String(error) });
}
