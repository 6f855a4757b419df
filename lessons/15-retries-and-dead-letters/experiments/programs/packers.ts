import { child } from '@proving/lab/child';
import { letter } from '../letter.ts';

interface Given {
  readonly orders: string;
  readonly dead: string;
  /** What they do first about an order that they cannot read; the other one comes second. */
  readonly first: 'send' | 'commit';
  readonly packers: readonly {
    readonly group: string;
    readonly unreadable: string;
    readonly moment: 'before' | 'between' | 'after';
  }[];
  /** Whether each stands still at its moment, to be killed there. */
  readonly stand: boolean;
}

// Three packers in a process of their own, each with a group of its own. They set aside what
// they cannot read.
const { args, kafka, say } = child<Given>();
const { orders, dead, first, packers, stand } = args;
const second = first === 'send' ? 'commit' : 'send';
let [standing, through] = [0, 0];

const producer = kafka.producer();
await producer.connect();
await Promise.all(packers.map(pack));

async function pack({ group, unreadable, moment }: Given['packers'][number]): Promise<void> {
  const as = { groupId: group, sessionTimeout: 3_000, heartbeatInterval: 200 };
  const consumer = kafka.consumer(as);
  await consumer.connect();
  await consumer.subscribe({ topic: orders, fromBeginning: true });
  const passing = async (now: typeof moment) => {
    if (!stand || now !== moment) return;
    standing += 1;
    if (standing === packers.length) say('all stand still');
    await new Promise(() => undefined);
  };

  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ topic, partition, message }) => {
      const now = Date.now();
      const failed = { error: new SyntaxError('no order'), attempts: 1, first: now, last: now };
      const dying = letter({ topic, partition, message }, failed);
      const messages = [{ ...dying, key: group }];
      const position = [{ topic, partition, offset: `${Number(message.offset) + 1}` }];
      // #region both
      const acts = {
        send: () => producer.send({ topic: dead, messages }),
        commit: () => consumer.commitOffsets(position),
      };
      if (`${message.value}` === unreadable) {
        await passing('before');
        await acts[first]();
        await passing('between');
        await acts[second]();
        await passing('after');
      } else await acts.commit();
      // #endregion
      if (`${message.value}` !== 'order 10') return;
      through += 1;
      if (through === packers.length) say('all is decided');
    },
  });
}
