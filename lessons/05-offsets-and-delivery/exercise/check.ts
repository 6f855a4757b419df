import { atLeast, atMost, exercise, type Lab, numbered, type Program } from '@proving/lab';
import type { Json } from '@proving/spec';
import lesson from '../lesson.ts';

// Three lives end by SIGKILL, each at a moment that hurts one kind of mistake; the fourth works to the end. Then the log
// of parcels is held against the log of orders.
const kills = [
  { order: 'order 1', when: 'before' },
  { order: 'order 5', when: 'after' },
  { order: 'order 9', when: 'before' },
] as const;
const inWork: readonly string[] = kills.map(({ order }) => order);

export default exercise(lesson, {
  async observe(_program, lab) {
    const orders = await lab.topic();
    const parcels = await lab.topic({ title: 'parcels' });
    const { leader } = await orders.partition(0);
    const producer = await lab.connect(lab.kafka.producer());
    const send = (values: string[]) =>
      producer.send({ topic: orders.name, messages: values.map((value) => ({ value })) });
    const group = lab.group('packer');
    const admin = await lab.connect(lab.kafka.admin());
    const committed = async () => {
      const [topic] = await admin.fetchOffsets({ groupId: group, topics: [orders.name] });
      return Number(topic?.partitions[0]?.offset ?? -1);
    };
    const live = async (standsAt: Json) => {
      const given = { learner: lab.learner, orders: orders.name, parcels: parcels.name, group };
      const packer = await lab.process('./host.ts', { ...given, standsAt });
      return { packer, troubled: await trouble(packer, leader) };
    };

    const positions: number[] = [];
    const lives: string[] = [];
    for (const kill of kills) {
      const { packer, troubled } = await live(kill);
      if (troubled) return { begins: false, evidence: [troubled] };
      if (kill === kills[0]) await send(numbered(1, 12));
      const stands = await heard(packer, 'stands');
      if (kill === kills[0] && stands === null)
        return { begins: false, evidence: ['order 1 came, and `pack` was not called with it'] };
      await settled(lab, Number(stands?.['waiting'] ?? 0), kill.order, committed);
      positions.push(await committed());
      lives.push(killed(kill, stands !== null, positions.at(-1) ?? -1));
      await packer.kill();
      if (stands === null) break; // what is lost already is lost at the other kills, too
    }

    const { packer, troubled } = await live(null);
    if (troubled) return { begins: false, evidence: [troubled] };
    await send(['order 13']);
    await packer.says((word) => field(word, 'packed') === 'order 13').catch(lab.noted);

    const packed = (await lab.readAll(parcels)).map(({ value }) => `${value}`);
    const never = numbered(1, 13).filter((order) => !packed.includes(order));
    const again = packed.filter((order, i) => packed.indexOf(order) < i);
    const needless = again.filter((order) => !inWork.includes(order));
    const evidence = [
      ...lives,
      `never packed: ${short(never)}`,
      `packed again: ${short(again)}`,
    ];
    return {
      begins: true,
      never: never.length,
      needless: needless.length,
      committedAtFirstKill: positions[0] ?? -1,
      committedAtSecondKill: positions[1] ?? -1,
      evidence,
    };
  },

  tasks: [
    {
      id: 'begins',
      title: 'the packer reads orders and packs them',
      expect: { begins: true },
      mistakes: {},
      hints: [
        'Which group does your consumer read for, which topic, and what does it do with a record?',
        'A consumer connects, subscribes and runs; `run` is given what is to be done with each record (see 05.2).',
        'Look at the calls on `consumer`, and at the call of `pack` in `eachMessage`.',
        '`await consumer.connect(); await consumer.subscribe({ topic, fromBeginning: true }); await consumer.run({ … })`, with `pack` called for each message: without these three nothing reads.',
      ],
    },
    {
      id: 'nothing-lost',
      title: 'each of the 13 orders is packed, through three kills',
      expect: { never: 0 },
      mistakes: {
        'does-not-wait': {
          when: { committedAtFirstKill: atLeast(2) },
          say: 'With order 1 still on the table, the packer had committed orders behind it. Its handler had returned, so the client took them for done.',
        },
        'commits-first': {
          when: { committedAtFirstKill: 1 },
          say: 'Order 1 was committed before it was packed. The kill came in between, and for the group that order was done.',
        },
        'starts-at-the-end': {
          when: { committedAtFirstKill: atMost(0) },
          say: 'Killed before its first commit, your packer had no position. It came back as a newcomer, and a newcomer begins where its `subscribe` says: at the end, behind all that was waiting.',
        },
      },
      hints: [
        'At each of the three kills: which orders were packed by then, and which offset was committed?',
        'What is committed before its effect is done is lost by a kill (see 05.2 and 05.3); and who has no position begins where it is told (see 05.5).',
        'Three places can lose: whether `pack` is awaited, whether the commit comes before it, and what `subscribe` is given.',
        '`subscribe({ topic, fromBeginning: true })`, and in the handler `await pack(…)` before anything is committed: then an order that is not packed is always still ahead of the position.',
      ],
    },
    {
      id: 'little-again',
      title: 'after a kill, only the order that was in work is packed again',
      expect: { needless: 0 },
      mistakes: {
        'commits-the-last': {
          when: { committedAtSecondKill: 3 },
          say: 'With orders 1 to 4 packed, the committed offset was 3. That names order 4 as the next one to read, so it was packed again at the next start.',
        },
        'commits-by-the-batch': {
          when: { committedAtSecondKill: atMost(0) },
          say: 'Four orders were packed and nothing was committed. By default auto-commit waits until the fetched batch is at its end, and the batch was twelve orders long.',
        },
      },
      hints: [
        'Which offset was committed at the second kill, with orders 1 to 4 packed and order 5 just packed?',
        'All that was done since the last commit is done again (see 05.2), and the committed offset names the next record (see 05.4).',
        'The commit belongs into the handler, after `pack`, once for each order; `autoCommit` goes off. Look at which offset you give it.',
        '`autoCommit: false` in `run`, and after `await pack(…)` a `consumer.commitOffsets([{ topic, partition, offset }])` with the offset of the message plus 1: then a kill can repeat one order and no more.',
      ],
    },
  ],
});

/** A packer that waits commits nothing while it stands. One that goes on is given the time to commit what it will. */
async function settled(
  lab: Lab,
  waiting: number,
  order: string,
  committed: () => Promise<number>,
) {
  if (waiting === 0) return;
  const offset = Number(order.split(' ').at(-1)) - 1;
  const isBehind = async () => (await committed()) > offset;
  await lab
    .eventually(`${order} is committed`, isBehind, { giveUpAfter: '3s' })
    .catch(lab.noted);
}

/** Why the packer does not come to its first fetch; null when it does. */
async function trouble(packer: Program, leader: number): Promise<string | null> {
  const word = await packer
    .says((said) => field(said, 'fetched') === leader || field(said, 'stopped') !== null, {
      giveUpAfter: '25s',
    })
    .catch((error: Error) => ({ stopped: error.message }));
  const stopped = field(word, 'stopped');
  return stopped === null ? null : `the packer never asked for orders: ${stopped}`;
}

async function heard(packer: Program, name: string): Promise<Record<string, Json> | null> {
  const found = packer.says((word) => field(word, name) !== null, { giveUpAfter: '8s' });
  return (await found.catch(() => null)) as Record<string, Json> | null;
}

function field(word: Json, name: string): Json {
  const isObject = typeof word === 'object' && word !== null && !Array.isArray(word);
  return isObject ? ((word as Record<string, Json>)[name] ?? null) : null;
}

function killed({ order, when }: (typeof kills)[number], stands: boolean, position: number) {
  const moment = when === 'before' ? `with ${order} on the table` : `when ${order} was packed`;
  const found = stands ? `killed ${moment}` : `killed: ${order} did not come in 8 s`;
  return `${found}; committed: ${position < 0 ? 'nothing' : `offset ${position}`}`;
}

function short(orders: readonly string[]): string {
  if (orders.length <= 4) return orders.join(', ') || 'none';
  return `${orders.slice(0, 3).join(', ')} and ${orders.length - 3} more`;
}
