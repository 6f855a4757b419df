import assert from 'node:assert/strict';
import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { verdictOf } from './verdict.ts';

// What can a single broker show? No acknowledged order may be lost when the leader is killed
// while nobody follows. The broken producer says acks=1. With one copy the broker comes back
// and has it all; with three, a follower takes over that has nothing.
export default experiment(lesson, 'one-broker-shows-no-loss', {
  arms: { treatment: { replicas: 1 }, control: { replicas: 3 } },

  async run({ replicas }, lab) {
    const assignment = [lab.cluster.brokers.slice(0, replicas)];
    const right = await lab.topic({ title: 'right', assignment });
    const broken = await lab.topic({ title: 'broken', assignment });
    const { leader, followers } = await right.partition(0);
    const kafka = lab.kafkaWith({ brokers: [await lab.addressOf(leader)] });
    const producer = await lab.connect(kafka.producer({ retry: { retries: 0 } }));
    const messages = numbered(1, 10).map((value) => ({ value }));
    const send = (topic: string, acks: number) =>
      producer.send({ topic, acks, timeout: 300, messages }).catch(lab.noted);

    // #region fault
    const frozen = await lab.freeze(followers);
    await send(broken.name, 1);
    await send(right.name, -1);
    await lab.kill(leader);
    await frozen.thaw();
    if (replicas === 1) await lab.restart(leader);
    else for (const each of [right, broken]) await each.hasLeaderOtherThan(leader);
    // #endregion
    const test = async (orders: typeof right) =>
      assert.equal((await lab.history(orders).counts('lost')).lost, 0);
    const ofRight = await verdictOf(() => test(right));
    return { right: ofRight, broken: await verdictOf(() => test(broken)) };
  },

  expect: {
    treatment: { right: 'passes', broken: 'passes' },
    control: { right: 'passes', broken: 'fails' },
  },
});
