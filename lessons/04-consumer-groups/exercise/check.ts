import { atLeast, atMost, exercise, type Shop } from '@proving/lab';
import lesson from '../lesson.ts';
import { describedGroup, packingHall } from './hall.ts';

interface PackingHall extends Shop {
  readonly groupId: string;
  pack(order: string): Promise<void>;
}

const sale = Array.from({ length: 120 }, (_, i) => `order ${i + 1}`);

// The group as its coordinator describes it, its lag, and what was packed: none of it is the program's own word.
export default exercise<PackingHall>(lesson, {
  async observe(program, lab) {
    const orders = await lab.topic({ partitions: 2 });
    const topic = orders.name;
    const groupId = lab.group('packing');
    const hall = packingHall(lab, orders);
    await using _closing = hall;
    await program({ kafka: hall.kafka, topic, groupId, pack: hall.pack });

    const packers = hall.started.filter((id) => id === groupId).length;
    const group = await describedGroup(lab, { groupId, topic, members: packers });
    const partitions = (await orders.snapshot()).map(({ partition }) => partition);
    const owned = group.flat();
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic, messages: sale.map((value) => ({ value })) });

    const lag = async (of: readonly number[]) =>
      (await lab.lagOf(groupId, orders))
        .filter(({ partition }) => of.includes(partition))
        .reduce((sum, { logEnd, committed }) => sum + logEnd - (committed ?? 0), 0);
    const risen = await lag(partitions);
    const isOver = async () => hall.busy() === 0 && (await lag(owned)) === 0;
    await lab.eventually('what has an owner is packed', isOver).catch(lab.noted);

    const packed = hall.packed();
    const unowned = partitions.filter((each) => !owned.includes(each));
    const left = await lag(partitions);
    return {
      partitions: partitions.length,
      packers: group.length,
      packersElsewhere: hall.started.length - packers,
      idle: group.filter((owns) => owns.length === 0).length,
      unowned: unowned.length,
      missing: sale.filter((order) => !packed.includes(order)).length,
      packedTwice: packed.length - new Set(packed).size,
      mostAtOnce: hall.mostAtOnce(),
      lagLeft: left,
      evidence: [
        `members of the group: ${group.length}, and they own ${group.map((owns) => owns.length).join(', ') || 'nothing'}`,
        `partitions: ${partitions.length}${unowned.length > 0 ? `, without an owner: ${unowned.join(', ')}` : ''}`,
        `lag when the orders had arrived: ${risen}, at the end: ${left}`,
      ],
    };
  },

  tasks: [
    {
      id: 'six-packers',
      title: 'six packers read in the group',
      expect: { packers: 6 },
      mistakes: {
        'a-group-each': {
          when: { packers: atMost(1), packersElsewhere: atLeast(2) },
          say: 'Your packers are not one group: they have group ids of their own. So each of them gets every order and packs it, six parcels for one customer. Who shares the work shares the group id.',
        },
        'one-packer-six-hands': {
          when: { packers: 1, partitions: atLeast(6), mostAtOnce: atLeast(2) },
          say: 'One member works on several partitions at once. That speeds up a handler that only waits, and it is still one process: when it stops, everything stops. Put six on shift.',
        },
        'too-many-packers': {
          when: { packers: atLeast(7) },
          say: 'More than six are on shift. A group takes in as many as come, whether or not there is a partition for them, so the number is yours to watch.',
        },
      },
      hints: [
        'How many consumers does your program start, and under which group id?',
        'A member is one consumer, and who shares a group id shares the partitions. See 04.3.',
        'What start.ts does once, from kafka.consumer to packer.run, must happen six times with the same groupId. A function of its own helps.',
        '`const startPacking = async () => { … }` around the four calls, then `await Promise.all(Array.from({ length: 6 }, startPacking))`. Six consumers with one group id are six members, in one process or in six.',
      ],
    },
    {
      id: 'all-have-work',
      title: 'no packer stands idle, and every partition has an owner',
      expect: { idle: 0, unowned: 0 },
      mistakes: {
        'more-packers-only': {
          when: { partitions: atMost(5), idle: atLeast(1) },
          say: 'There are more packers than partitions, and each partition has one owner. The others are connected, look healthy, and get nothing. Six at work need six partitions.',
        },
        'grown-too-late': {
          when: { partitions: atLeast(6), unowned: atLeast(1) },
          say: 'The topic has grown, and nobody owns the new partitions: the packers had asked for its partitions before, and kafkajs asks again after metadataMaxAge, five minutes. Orders that arrive there wait so long. Grow first, then start.',
        },
      },
      hints: [
        'How many partitions has the topic when your packers join, and how many can own one?',
        'Each partition has one owner, so six at work need six partitions, and a group deals out the ones that its leader knows. See 04.2 and 04.7.',
        'Before the first packer joins: an admin client that gives the topic more partitions.',
        '`await admin.createPartitions({ topicPartitions: [{ topic, count: 6 }] })` with a connected admin, before the packers start. The orders have no keys, so nothing is torn apart by the growth (03.4).',
      ],
    },
    {
      id: 'lag-falls',
      title: 'every order is packed, one by one, and the lag falls to 0',
      expect: { missing: 0, packedTwice: 0, mostAtOnce: atMost(6), lagLeft: 0 },
      mistakes: {
        'does-not-wait': {
          when: { mostAtOnce: atLeast(7) },
          say: 'The lag fell at once, and the packers held more orders at a time than there are packers: your handler returns before the order is packed. To kafkajs an order is done when the handler is. A crash now would lose them all.',
        },
      },
      hints: [
        'When does your handler return, and when is the order packed?',
        'Lag counts what is not committed, and kafkajs commits what the handler has returned from: it can only be as honest as the handler. See 04.4.',
        'Look at eachMessage: pack returns a promise, and somebody has to wait for it.',
        '`eachMessage: async ({ message }) => { await pack(String(message.value)); }`: the handler ends when the order is packed, so the next order waits, and the lag tells the truth.',
      ],
    },
  ],
});
