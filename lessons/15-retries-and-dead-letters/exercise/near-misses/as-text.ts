import type { IHeaders, Kafka, KafkaMessage } from 'kafkajs';

interface Draining {
  readonly kafka: Kafka;
  /** The topic with the dead letters, in one partition. */
  readonly deadLetters: string;
  readonly group: string;
}

// Takes every value for a text.
export default async function drain({ kafka, deadLetters, group }: Draining) {
  const admin = kafka.admin();
  await admin.connect();
  const [end] = await admin.fetchTopicOffsets(deadLetters);
  await admin.disconnect();
  const high = end?.high ?? '0';

  const consumer = kafka.consumer({ groupId: group });
  const producer = kafka.producer();
  await Promise.all([consumer.connect(), producer.connect()]);
  await consumer.subscribe({ topic: deadLetters, fromBeginning: true });

  const letters = new Map<string, KafkaMessage>();
  const read = Promise.withResolvers<void>();
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      letters.set(`${from(message, 'topic')} ${place(message)}`, message);
      if (Number(message.offset) === Number(high) - 1) read.resolve();
    },
  });
  await read.promise;

  for (const letter of [...letters.values()].toSorted((a, b) => place(a) - place(b))) {
    const { key, value, headers = {} } = letter;
    const own = Object.entries(headers).filter(([name]) => !name.startsWith('dead.'));
    const record = { key, value: `${value}`, headers: Object.fromEntries(own) as IHeaders };
    await producer.send({ topic: from(letter, 'topic'), messages: [record] });
  }
  await consumer.commitOffsets([{ topic: deadLetters, partition: 0, offset: high }]);
  await Promise.all([consumer.disconnect(), producer.disconnect()]);
}

const from = (letter: KafkaMessage, what: string) => `${letter.headers?.[`dead.${what}`]}`;

/** Partition and offset as one number, to sort by. */
const place = (letter: KafkaMessage) =>
  Number(from(letter, 'partition')) * 1e12 + Number(from(letter, 'offset'));
