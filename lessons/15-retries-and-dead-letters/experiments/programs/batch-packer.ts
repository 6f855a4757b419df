import { child } from '@proving/lab/child';
import { letter } from '../letter.ts';

interface Given {
  readonly orders: string;
  readonly dead: string;
  readonly group: string;
  readonly first: 'letters' | 'position';
  /** By partition: after how many of its eleven acts it begins one more and goes no further. */
  readonly moments: readonly number[] | null;
}

// Can read no order at all. Sets a batch of ten aside, and commits the position behind it.
const { args, kafka, say } = child<Given>();
const { orders, dead, group, first, moments } = args;
const acting = { standing: 0, through: 0 };

const producer = kafka.producer();
const consumer = kafka.consumer({
  groupId: group,
  sessionTimeout: 3_000,
  heartbeatInterval: 200,
});
await Promise.all([producer.connect(), consumer.connect()]);
await consumer.subscribe({ topic: orders, fromBeginning: true });

await consumer.run({
  autoCommit: false,
  partitionsConsumedConcurrently: 8,
  eachBatch: async ({ batch, heartbeat }) => {
    const { topic, partition } = batch;
    const [now, error] = [Date.now(), new SyntaxError('no order')];
    // #region acts
    const offset = `${Number(batch.lastOffset()) + 1}`;
    const commit = () => consumer.commitOffsets([{ topic, partition, offset }]);
    const unreadable = batch.messages.filter(({ value }) => `${value}` !== 'end');
    const setAside = unreadable.map((message) => {
      const failed = { error, attempts: 1, first: now, last: now };
      const messages = [letter({ topic, partition, message }, failed)];
      return () => producer.send({ topic: dead, messages });
    });
    const acts = first === 'letters' ? [...setAside, commit] : [commit, ...setAside];
    // #endregion
    for (const [done, act] of acts.entries()) {
      if (done === moments?.[partition]) await inTheMiddleOf(act);
      await act();
      await heartbeat();
    }
    if (`${batch.messages.at(-1)?.value}` !== 'end') return;
    acting.through += 1;
    if (acting.through === 8) say('all is decided');
  },
});

/** Begins it, and waits for nothing but the kill, which finds it done or not. */
async function inTheMiddleOf(act: () => Promise<unknown>): Promise<void> {
  void act();
  acting.standing += 1;
  if (acting.standing === moments?.length) say('all are at their moment');
  await new Promise(() => undefined);
}
