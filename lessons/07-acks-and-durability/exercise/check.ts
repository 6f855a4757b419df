import { atLeast, exercise, type Lab, numbered, type Shop } from '@proving/lab';
import { type Duration, Plain } from '@proving/spec';
import lesson from '../lesson.ts';

// First the gentle losses: one broker is shut down, then a second, and each time ten orders are placed.
// Then the hard one: everybody is back, all but the leader are frozen, ten orders are placed, the leader is
// killed. What the log holds in the end is compared with what the producer was told, order by order.
export default exercise<Shop>(lesson, {
  async observe(openShop, lab) {
    const topic = lab.topicName('orders');
    const { place, mayBeDown } = returned(await openShop({ kafka: lab.kafka, topic }));
    const orders = await lab.existing(topic);
    await orders.isReplicated();
    const { leader, followers } = await orders.partition(0);
    const copies = 1 + followers.length;

    const accepted = async (values: string[]) => {
      const before = (await lab.history(orders).counts('acknowledged')).acknowledged;
      await settled(lab, () => place(values), '10s');
      return (await lab.history(orders).counts('acknowledged')).acknowledged - before;
    };

    const quiet = await accepted(numbered(1, 10));
    await orders.isReplicated();
    const { stored } = await lab.history(orders).counts('stored');
    if (copies === 1 || quiet < 10) return { copies, quiet, stored };

    const others = lab.cluster.brokers.filter((broker) => broker !== leader);
    const downOrder = [...followers, ...others.filter((broker) => !followers.includes(broker))];
    const accepting: number[] = [];
    for (const [i, broker] of downOrder.entries()) {
      await lab.stop(broker);
      await orders.hasInSync([
        leader,
        ...followers.filter((each) => !downOrder.slice(0, i + 1).includes(each)),
      ]);
      accepting.push(await accepted(numbered(11 + 10 * i, 20 + 10 * i)));
    }
    await Promise.all(downOrder.map((broker) => lab.restart(broker)));
    await orders.isReplicated();

    await using frozen = await lab.freeze(others);
    await settled(lab, () => place(numbered(31, 40)), '1s');
    await lab.kill(leader);
    await frozen.thaw();
    await orders.hasLeaderOtherThan(leader);
    const { acknowledged, lost } = await lab.history(orders).counts('acknowledged', 'lost');

    const [oneDown, alone] = accepting as [number, number];
    const evidence = [
      `broker ${downOrder[0]} down: ${oneDown} of 10 orders accepted`,
      `brokers ${downOrder.join(' and ')} down: ${alone} of 10 orders accepted`,
      `broker ${leader} killed, the others frozen until then: ${lost} of ${acknowledged} acknowledged orders gone`,
      ...(await lab.history(orders).values('lost'))
        .slice(0, 3)
        .map((order) => `acknowledged and not in the log: ${order}`),
    ];
    return { copies, quiet, stored, oneDown, alone, lost, mayBeDown, evidence };
  },

  tasks: [
    {
      id: 'orders-arrive',
      title: 'on a quiet day ten orders are accepted, and more than one broker has them',
      expect: { copies: atLeast(2), quiet: 10, stored: 10 },
      mistakes: {},
      hints: [
        'What does the topic say about how many brokers hold an order?',
        'A replica is a copy on a broker of its own; the replication factor counts them (see 07.1).',
        'Look at `replicationFactor` in `createTopics`, and at whether `place` returns the promise of `producer.send`.',
        '`replicationFactor: 3`: with one copy there is nothing that could outlive its broker.',
      ],
    },
    {
      id: 'nothing-lost',
      title: 'an acknowledged order outlives the broker that led its partition',
      expect: { lost: 0 },
      mistakes: {
        'acks-one': {
          when: { lost: 10 },
          say: 'Orders 31 to 40 were acknowledged by the leader alone, before anyone had copied them, and died with it. The topic may ask for two replicas; the producer did not wait for the second.',
        },
      },
      hints: [
        'Who had orders 31 to 40 at the moment in which your producer heard "ok"?',
        '`acks` says what the leader waits for before it answers (see 07.3).',
        'The setting is in `place`, in the call of `producer.send`.',
        '`acks: -1`: the leader answers only when every in-sync replica has the orders, so whoever leads next has them too.',
      ],
    },
    {
      id: 'no-lonely-promise',
      title: 'no order is acknowledged while a single broker holds it',
      expect: { alone: 0 },
      mistakes: {
        'minimum-one': {
          when: { alone: 10 },
          say: 'With two brokers shut down, orders 21 to 30 were acknowledged although one broker alone had them. acks=all waits for all that are in sync, and here that was one.',
        },
      },
      hints: [
        'acks=all waits for every replica in sync. How many can that be, at the least?',
        'A topic can name the number below which the leader refuses (see 07.5).',
        'The setting is in `createTopics`, among the `configEntries`.',
        '`min.insync.replicas` of 2: with fewer in sync an order is refused rather than promised by one disk.',
      ],
    },
    {
      id: 'one-may-go',
      title: 'with one broker down, orders are accepted',
      expect: { oneDown: 10 },
      mistakes: {
        'minimum-three': {
          when: { oneDown: 0 },
          say: 'With one broker shut down nothing was accepted. The topic demands as many in-sync replicas as it has: nothing is lost, and every restart of a broker closes the shop.',
        },
      },
      hints: [
        'One of the replicas is gone for a minute. Are there as many left as the topic demands?',
        'Replicas minus the minimum is what may be missing (see 07.8).',
        'Both numbers stand in `createTopics`; their difference decides.',
        'Three replicas and a minimum of two: one may be away, and a promise still stands on two logs.',
      ],
    },
    {
      id: 'knows-the-price',
      title: 'mayBeDown is the number of brokers that may be down while orders are accepted',
      expect: { mayBeDown: 1 },
      mistakes: {
        'says-two': {
          when: { mayBeDown: 2 },
          say: 'You say 2. With one broker down ten orders were accepted, with two down none. What was stored can still be read with two down; writing has stopped.',
        },
      },
      hints: [
        'With how many brokers down did your shop still accept orders in this run?',
        'Reading and writing do not stop at the same loss (see 07.8).',
        'The number is `mayBeDown`, at the end of `start.ts`.',
        '`mayBeDown: 1`: three replicas minus a minimum of two. The second loss stops writing, and that is the price of the promise.',
      ],
    },
  ],
});

interface Opened {
  readonly place: (orders: string[]) => Promise<unknown>;
  readonly mayBeDown: number;
}

function returned(value: unknown): Opened {
  const { place, mayBeDown } = (value ?? {}) as Partial<Opened>;
  if (typeof place === 'function' && typeof mayBeDown === 'number') return { place, mayBeDown };
  throw new Plain('shape', 'The program did not return `place` and `mayBeDown`.', {
    saw:
      value === undefined
        ? 'nothing was returned'
        : `keys ${Object.keys(value as object).join(', ') || 'none'}`,
    fix: 'return { place: (orders) => producer.send(…), mayBeDown: 1 }',
  });
}

/** Answered, or given up. One second for frozen followers: they must be awake before the controller counts them out. */
async function settled(
  lab: Lab,
  act: () => Promise<unknown>,
  giveUpAfter: Duration,
): Promise<void> {
  let over = false;
  void Promise.try(act)
    .catch(lab.noted)
    .then(() => {
      over = true;
    });
  await lab.eventually('the orders are answered', () => over, { giveUpAfter }).catch(lab.noted);
}
