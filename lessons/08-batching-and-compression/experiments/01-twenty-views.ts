import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { whileOneStandsStill } from './produced.ts';

// What does one wait for the followers carry? A frozen follower makes it last; then we look.
export default experiment(lesson, 'one-send-with-many-records-is-the-batch', {
  arms: {
    treatment: { how: 'inParallel', acks: -1 },
    awaited: { how: 'oneByOne', acks: -1 },
    together: { how: 'inOneSend', acks: -1 },
    leaderOnly: { how: 'inParallel', acks: 1 },
  },
  async run({ how, acks }, lab) {
    const topic = await lab.topic({ title: 'page-views' });
    const { leader, followers } = await topic.partition(0);
    await using proxy = await lab.proxy(leader);
    const producer = await lab.connect(lab.proxied.producer({ retry: { retries: 0 } }));
    const views = numbered(1, 20, 'view').map((value) => ({ value }));
    await using frozen = await lab.freeze(followers.slice(1));
    // #region ways
    const send = (messages: typeof views) =>
      producer.send({ topic: topic.name, acks, messages });
    const ways = {
      inParallel: () => Promise.all(views.map((view) => send([view]))),
      oneByOne: async () => {
        for (const view of views) await send([view]);
      },
      inOneSend: () => send(views),
    };
    // #endregion
    const sending = ways[how]();
    const meanwhile = await whileOneStandsStill(lab, topic, proxy);
    await Promise.all([frozen.thaw(), sending]);
    return { ...meanwhile, batches: (await lab.batchesOf(topic)).length };
  },
  expect: {
    treatment: { requests: 20, records: 1, batches: 20 },
    awaited: { requests: 1, records: 1, batches: 20 },
    together: { requests: 1, records: 20, batches: 1 },
    leaderOnly: { requests: 20, records: 20, batches: 20 },
  },
});
