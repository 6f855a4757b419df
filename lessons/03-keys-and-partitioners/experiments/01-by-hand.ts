import { between, experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { murmur2, placedByJava } from './murmur2.ts';

// Who put the record where it is? kafkajs sends 1,000 keys, and nobody says where to. We work
// out each partition from the key's bytes alone and look into the log. The control makes one
// slip: it reads the hash as unsigned. That hurts where the sign bit is set, a coin toss per
// key: 500 of 1,000, give or take five standard deviations (79). Of the three keys placed by
// Java it must miss TT0124 and no other.
const positive = {
  'sign bit cleared': (hash: number) => hash & 0x7fffffff,
  unsigned: (hash: number) => hash >>> 0,
};

export default experiment(lesson, 'the-client-decides', {
  arms: { treatment: { hashRead: 'sign bit cleared' }, control: { hashRead: 'unsigned' } },

  async run({ hashRead }, lab) {
    const byHand = (key: string | null, partitions: number) =>
      positive[hashRead](murmur2(Buffer.from(String(key)))) % partitions;

    const orders = await lab.topic({ partitions: 6 });
    await orders.isReplicated();
    const producer = await lab.connect(lab.kafka.producer());
    const messages = numbered(1, 1_000, 'customer').map((key) => ({ key, value: 'order' }));
    await producer.send({ topic: orders.name, messages });

    const log = await lab.readAll(orders);
    const asComputed = log.filter((r) => r.partition === byHand(r.key, 6)).length;
    const likeJava = placedByJava.filter(
      (r) => r.partition === byHand(r.key, r.partitions),
    ).length;
    return { stored: log.length, asComputed, likeJava };
  },

  expect: {
    treatment: { stored: 1_000, asComputed: 1_000, likeJava: 3 },
    control: { stored: 1_000, asComputed: between(421, 579), likeJava: 2 },
  },
});
