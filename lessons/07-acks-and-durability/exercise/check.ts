import { atLeast, exercise, type Lab, numbered, type Shop } from '@proving/lab';
import { type Duration, Plain } from '@proving/spec';
import lesson from '../lesson.ts';

// The hard loss comes first: everybody but the leader is frozen, ten orders are placed, the leader is killed. What is lost then
// is the verdict. Else that leaves a cluster with one broker down: ten more. Then a second broker is shut down: ten more. What the log
// holds is compared with what the producer was told, order by order.
export default exercise<Shop>(lesson, {
  async observe(openShop, lab) {
    const topic = lab.topicName('orders');
    const { place, mayBeDown } = returned(await openShop({ kafka: lab.kafka, topic }));
    const orders = await lab.existing(topic);
    await orders.isReplicated();
    const { leader, followers } = await orders.partition(0);
    const others = lab.cluster.brokers.filter((broker) => broker !== leader);

    const acknowledged = async () =>
      (await lab.history(orders).counts('acknowledged')).acknowledged;
    const accepted = async (values: string[]) => {
      const before = await acknowledged();
      await answered(lab, placed(place, values), '10s');
      return (await acknowledged()) - before;
    };

    const quiet = await accepted(numbered(1, 10));
    await orders.isReplicated();
    const { stored } = await lab.history(orders).counts('stored');
    const copies = 1 + followers.length;
    if (copies === 1 || quiet < 10) return { copies, quiet, stored };

    await using frozen = await lab.freeze(others);
    const risky = placed(place, numbered(11, 20));
    await answered(lab, risky, '1s'); // the others must wake before the controller counts them out
    await lab.kill(leader);
    await frozen.thaw();
    const next = await orders.hasLeaderOtherThan(leader);
    await orders.hasInSync(followers);
    await answered(lab, risky, '10s');
    const gone = await lab.history(orders).values('lost');
    const killed = [
      `broker ${leader} killed while the others were frozen: ${gone.length} acknowledged orders gone`,
      ...gone.slice(0, 3).map((order) => `  acknowledged, not in the log: ${order}`),
    ];
    if (gone.length > 0) return { copies, quiet, stored, lost: gone.length, evidence: killed };

    const oneDown = await accepted(numbered(21, 30));
    for (const broker of others.filter((each) => each !== next)) await lab.stop(broker);
    await orders.hasInSync([next]);
    const alone = await accepted(numbered(31, 40));

    const evidence = [
      ...killed,
      `broker ${leader} down: ${oneDown} of 10 orders accepted`,
      `only broker ${next} up: ${alone} of 10 orders accepted`,
    ];
    return { copies, quiet, stored, lost: 0, alone, oneDown, mayBeDown, evidence };
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
          say: 'Orders 11 to 20 were acknowledged by the leader alone, before anyone had copied them, and died with it. The topic may ask for two replicas; the producer did not wait for the second.',
        },
      },
      hints: [
        'Who had orders 11 to 20 at the moment in which your producer heard "ok"?',
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
          say: 'With two brokers down, orders 31 to 40 were acknowledged although one broker alone had them. acks=all waits for all that are in sync, and here that was one.',
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
          say: 'With one broker down nothing was accepted. The topic demands as many in-sync replicas as it has: nothing is lost, and every restart of a broker closes the shop.',
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

interface Placed {
  over: boolean;
}

function placed(place: Opened['place'], orders: string[]): Placed {
  const placing: Placed = { over: false };
  const end = () => {
    placing.over = true;
  };
  void Promise.try(place, orders).then(end, end);
  return placing;
}

/** Waits for yes or no, and goes on without either when the time is up. */
async function answered(lab: Lab, placing: Placed, giveUpAfter: Duration): Promise<void> {
  await lab
    .eventually('the orders are answered', () => placing.over, { giveUpAfter })
    .catch(lab.noted);
}
