import { atLeast, exercise, type Lab, numbered, type Shop } from '@proving/lab';
import { type Duration, Plain } from '@proving/spec';
import { blocks } from '../experiments/work.ts';
import lesson from '../lesson.ts';

type Packing = Shop & { readonly group: string; readonly pack: (item: string) => void };

// First a day at work: what is packed, and what has been committed by then. Then close, and who is left in the group.
// Then a second packer, on an empty topic, whose heartbeats are all lost between it and the brokers.
export default exercise<Packing>(lesson, {
  async observe(open, lab) {
    const work = await atWork(open, lab);
    const { finished, repeated, early } = work;
    const seen = [
      `orders packed and committed: ${finished}`,
      `items packed again: ${repeated}`,
      `orders committed before they were packed: ${early}`,
    ];
    if (finished < 2) return { finished, repeated, evidence: seen };

    await lab
      .eventually('close has returned', returning(work.close), { giveUpAfter: '4s' })
      .catch(lab.noted);
    const left = await isEmpty(lab, work.group, '4s');
    const noticed = await isNoticed(open, lab);
    const evidence = [
      ...seen,
      `after close: ${left ? 'nobody' : 'still a member'} in the group`,
      `without heartbeats: ${noticed ? 'out of the group within 5 s' : 'a member after 5 s'}`,
    ];
    return { finished, repeated, early, left, noticed, evidence };
  },

  tasks: [
    {
      id: 'packed-once',
      title: 'two orders are packed, each item once',
      expect: { finished: 2, repeated: 0 },
      mistakes: {
        'beats-on-a-timer': {
          when: { finished: 0, repeated: atLeast(1) },
          say: 'The first order was packed again and again. The group had given the packer up before it was through, and handed the order out anew. While pack() runs nothing else runs in this process: no timer, and no heartbeat.',
        },
      },
      hints: [
        'How long does an order take, and how long does the group wait for a sign of life?',
        'kafkajs sends a heartbeat between fetches, between records, and when your handler asks for one (see 06.3).',
        'eachMessage is given `heartbeat` beside `message`. Between two items there is a place for it.',
        '`for (const item of items) { pack(item); await heartbeat(); }`: half a second is the longest silence now. heartbeat() sends nothing when the last one is younger than heartbeatInterval.',
      ],
    },
    {
      id: 'nothing-early',
      title: 'no order is committed before its last item is packed',
      expect: { early: 0 },
      mistakes: {
        'works-later': {
          when: { early: atLeast(1) },
          say: 'The group had committed orders of which nothing was packed yet. When eachMessage returns, kafkajs takes the order for done. What waits in memory then is lost with the process, and nobody will deliver it again.',
        },
      },
      hints: [
        'What does kafkajs believe about an order when eachMessage has returned?',
        'A committed offset says where to go on, so everything before it counts as done (lesson 05).',
        'The work belongs inside eachMessage, and eachMessage should return when it is done.',
        'Keep the loop in the handler, with `await heartbeat()` in it. A quick handler with a queue behind it only looks alive.',
      ],
    },
    {
      id: 'death-is-noticed',
      title: 'a packer that is not heard any more is out within 5 seconds',
      expect: { noticed: true },
      mistakes: {
        'raises-the-session': {
          when: { noticed: false },
          say: 'Nothing was heard from the packer for 5 seconds, and it still held its partitions. A long session bears a slow handler; it bears a dead one just as long, and its orders wait.',
        },
      },
      hints: [
        'When a packer is killed, who tells the group?',
        'The session timeout is how long everybody waits for the dead (see 06.5).',
        'Look at sessionTimeout. Which value did start.ts have, and what made it too short?',
        '`sessionTimeout: 2_000` can stay: with a heartbeat after each item the longest silence is half a second.',
      ],
    },
    {
      id: 'leaves',
      title: 'after close the packer is no longer in its group',
      expect: { left: true },
      mistakes: {
        'pauses-instead': {
          when: { left: false },
          say: 'close was called, and the packer is a member still, with partitions that nobody else may read. When the process ends now, they wait for the session timeout.',
        },
      },
      hints: [
        'What do the colleagues learn when your process ends?',
        'A member that leaves says so, and the others need not wait for its session to end (see 06.5).',
        'close must end the membership, not only the reading.',
        '`close: () => consumer.disconnect()`: it waits for the order at hand, commits and leaves the group.',
      ],
    },
  ],
});

interface Opened {
  readonly close: () => Promise<unknown>;
}

/** Two orders of ten items: what is packed, and how far the commits run ahead of it. */
async function atWork(open: (given: Packing) => Promise<unknown>, lab: Lab) {
  const orders = await lab.topic();
  const group = lab.group('packer');
  const values = numbered(1, 2).map((order) => numbered(1, 10, `${order} item`).join(', '));
  const producer = await lab.connect(lab.kafka.producer());
  await producer.send({ topic: orders.name, messages: values.map((value) => ({ value })) });

  const packed: string[] = [];
  const pack = (item: string) => {
    blocks(500);
    packed.push(item);
  };
  const finished = () =>
    values.filter((value) => value.split(', ').every((item) => packed.includes(item))).length;
  const { close } = returned(await open({ kafka: lab.kafka, topic: orders.name, group, pack }));
  let early = 0;
  let committed = 0;
  const through = async () => {
    const [lag] = await lab.lagOf(group, orders);
    committed = lag?.committed ?? 0;
    early = Math.max(early, committed - finished());
    return finished() === 2 && committed === 2;
  };
  const half = () => new Set(packed).size <= 10 && packed.length >= 20;
  const ends = async () => half() || (await through());
  await lab
    .eventually('all is packed and committed', ends, { giveUpAfter: '25s' })
    .catch(lab.noted);
  const done = half() ? 0 : finished();
  return {
    group,
    close,
    finished: done,
    repeated: packed.length - new Set(packed).size,
    early,
  };
}

/** A packer of its own group, whose heartbeats do not arrive: has it lost its place after five seconds? */
async function isNoticed(
  open: (given: Packing) => Promise<unknown>,
  lab: Lab,
): Promise<boolean> {
  const empty = await lab.topic();
  const group = lab.group('lost packer');
  const proxies = await Promise.all(lab.cluster.brokers.map((broker) => lab.proxy(broker)));
  returned(await open({ kafka: lab.proxied, topic: empty.name, group, pack: () => undefined }));
  await lab.groupIsStable(group, 1);
  for (const proxy of proxies) proxy.swallowRequests('Heartbeat', 1_000);
  return isEmpty(lab, group, '5s');
}

async function isEmpty(lab: Lab, group: string, giveUpAfter: Duration): Promise<boolean> {
  const admin = await lab.connect(lab.kafka.admin());
  const empty = async () => {
    const { groups } = await admin.describeGroups([group]);
    return groups.every(({ members }) => members.length === 0);
  };
  return lab.eventually('the group is empty', empty, { giveUpAfter }).then(
    () => true,
    () => false,
  );
}

function returning(close: () => Promise<unknown>): () => boolean {
  let over = false;
  const end = () => {
    over = true;
  };
  void Promise.try(close).then(end, end);
  return () => over;
}

function returned(value: unknown): Opened {
  const { close } = (value ?? {}) as Partial<Opened>;
  if (typeof close === 'function') return { close };
  throw new Plain('shape', 'The program did not return `close`.', {
    saw:
      value === undefined
        ? 'nothing was returned'
        : `keys ${Object.keys(value as object).join(', ') || 'none'}`,
    fix: 'return { close: () => consumer.disconnect() }',
  });
}
