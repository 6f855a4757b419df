import type { Lab } from '@proving/lab';
import type { Consumer } from 'kafkajs';

/** Waits until a consumer has had three more answers from that broker, empty ones included. */
export async function askedThrice(lab: Lab, consumer: Consumer, broker: number) {
  let answers = 0;
  consumer.on(consumer.events.FETCH, ({ payload }) => {
    if (Number(payload.nodeId) === broker) answers += 1;
  });
  await lab.eventually(`broker ${broker} has been asked three times`, () => answers >= 3);
}

/** Reads a topic from its beginning to the record `last`, with a client's own default isolation level. */
export const readers = {
  async kafkajs(lab: Lab, topic: string, last: string) {
    const read: string[] = [];
    const consumer = await lab.connect(lab.kafka.consumer({ groupId: lab.group('packing') }));
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => void read.push(`${message.value}`),
    });
    await lab.eventually(`${last} has been read`, () => read.includes(last));
    return read;
  },

  async '@platformatic/kafka'(lab: Lab, topic: string, last: string) {
    const read: string[] = [];
    const consumer = lab.platformatic.consumer({ groupId: lab.group('packing') });
    const stream = await consumer.consume({
      topics: [topic],
      mode: 'earliest',
      autocommit: false,
    });
    stream.on('data', ({ value }) => read.push(value));
    await lab.eventually(`${last} has been read`, () => read.includes(last));
    await consumer.close(true);
    return read;
  },

  async 'kafka-console-consumer'(lab: Lab, topic: string) {
    lab.step('run kafka-console-consumer --from-beginning');
    const tools = await lab.cluster.use('cli');
    // It ends with the third record; if there are only two to be read, when none has come for a while.
    const until = ['--max-messages', '3', '--timeout-ms', '15000'];
    const asked = ['--topic', topic, '--from-beginning', ...until];
    const { out } = await tools.run('kafka-console-consumer', asked);
    lab.step(`it prints ${out.trim().split('\n').join(', ')}`);
    return out.trim().split('\n');
  },
};
