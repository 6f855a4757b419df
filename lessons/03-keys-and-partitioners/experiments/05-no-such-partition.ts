import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';

// A topic of six partitions, 0 to 5. What does kafkajs do with a record for number 6?
//
// It looks up each partition's leader and sends to the leaders it finds. Number 6 has none, so
// nothing is sent, and what is not sent is not refused. `acknowledged` counts the records whose
// send() resolved, `lost` those of them that an independent reader cannot find.
export default experiment(lesson, 'kafkajs-drops-what-has-no-partition', {
  arms: { treatment: { partition: 6 }, control: { partition: 5 } },

  async run({ partition }, lab) {
    const orders = await lab.topic({ partitions: 6 });
    const producer = await lab.connect(lab.kafka.producer());

    const messages = numbered(1, 10).map((value) => ({ partition, value }));
    const answer = await producer.send({ topic: orders.name, messages });

    const counted = await lab.history(orders).counts('acknowledged', 'lost');
    return { ...counted, partitionsInAnswer: answer.length };
  },

  expect: {
    treatment: { acknowledged: 10, lost: 10, partitionsInAnswer: 0 },
    control: { acknowledged: 10, lost: 0, partitionsInAnswer: 1 },
  },
});
