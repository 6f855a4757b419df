import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { unended } from './unended.ts';

// The first transaction is committed while its partition has too few replicas for a marker. So
// it is decided and not yet ended. The second one begins at once, with one act or the other;
// when that act was refused, the replica comes back.
export default experiment(lesson, 'a-position-first-is-not-asked-again', {
  arms: { treatment: { begins: 'position' }, control: { begins: 'record' } },

  async run({ begins }, lab) {
    const { producer, group, broker, labels, asked } = await unended(lab);
    const orders = await lab.topic();
    const position = { topic: orders.name, partitions: [{ partition: 0, offset: '2' }] };
    // #region second
    const one = await producer.transaction();
    await one.send({ topic: labels.name, messages: [{ value: 'label 1' }] });
    await lab.kill(broker);
    await one.commit();

    const two = await producer.transaction();
    const acts = {
      position: () => two.sendOffsets({ consumerGroupId: group, topics: [position] }),
      record: () => two.send({ topic: orders.name, messages: [{ value: 'label 3' }] }),
    };
    // #endregion
    const before = asked.times;
    const refused = ({ type }: { type: string }) => `refused: ${type}`;
    const told = acts[begins]().then(() => 'done', refused);
    const wasAsked = () => asked.times > before + (begins === 'position' ? 0 : 1);
    await lab.eventually('its coordinator has refused it', wasAsked);
    await lab.restart(broker);
    return { act: await told };
  },

  expect: {
    treatment: { act: 'refused: CONCURRENT_TRANSACTIONS' },
    control: { act: 'done' },
  },
});
