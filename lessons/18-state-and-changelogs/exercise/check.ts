import { atLeast, exercise, type Program, type Topic } from '@proving/lab';
import lesson from '../lesson.ts';

// Nine orders; the third of Ada is order 4, of Bob order 8, and Ada's sixth is order 9. Three processes are killed, after their
// second, fourth and sixth act. What counts is what a read_committed reader finds in `coupons` when a fourth has worked off the rest.
const customers = ['ada', 'bob', 'ada', 'ada', 'bob', 'ada', 'ada', 'bob', 'ada'];
const right = [
  { customer: 'ada', orders: [4, 9] },
  { customer: 'bob', orders: [8] },
];

export default exercise(lesson, {
  async observe(_program, lab) {
    const [orders, coupons, changelog] = await Promise.all([
      lab.topic(),
      lab.topic({ title: 'coupons' }),
      lab.topic({ title: 'changelog', config: { 'cleanup.policy': 'compact' } }),
    ]);
    const producer = await lab.connect(lab.kafka.producer());
    const messages = customers.map((key, i) => ({ key, value: `order ${i + 1}` }));
    await producer.send({ topic: orders.name, messages });
    const { leader } = await orders.partition(0);
    const given = {
      learner: lab.learner,
      orders: orders.name,
      coupons: coupons.name,
      changelog: changelog.name,
      group: lab.group('loyalty'),
      transactionalId: lab.transactionalId('loyalty'),
      leader,
    };
    const load = async (standsAfter: number) => {
      const reading = lab.group('reading');
      const process = await lab.process('./host.ts', { ...given, reading, standsAfter });
      await process.says((word) => word === 'ready');
      return process;
    };

    const lives: string[] = [];
    let next = load(2);
    for (const standsAfter of [2, 4, 6, 0]) {
      const process = await next;
      process.tell('begin');
      if (standsAfter > 0) next = load((standsAfter + 2) % 8);
      const { stands, stopped } = await heard(process);
      if (stopped) return { stopped, evidence: [`the program stopped: ${stopped}`] };
      if (standsAfter === 0) break;
      lives.push(`killed after act ${standsAfter}: ${stands ?? 'it had no more to do'}`);
      await process.kill();
    }

    await lab
      .eventually('every transaction is over', () => isOver(coupons), { giveUpAfter: '5s' })
      .catch(lab.noted);
    const found = await lab.readAll(coupons, { isolation: 'read_committed' });
    const earned = right.flatMap(({ customer, orders }) =>
      orders.map((order) => `${customer}: coupon for order ${order}`),
    );
    const awarded = found.map(({ key, value }) => `${key}: ${value}`);
    const wrong = awarded.filter(
      (each, i) => !earned.includes(each) || awarded.indexOf(each) !== i,
    );
    const missing = earned.filter((each) => !awarded.includes(each));
    const [first] = awarded.filter((each) => each.startsWith('ada'));
    const firstOfAda = Number(first?.split(' ').at(-1) ?? 99);
    const changes = await lab.readAll(changelog);
    const [log] = await changelog.offsets();
    return {
      stopped: null,
      wrong: wrong.length,
      missing: missing.length,
      early: firstOfAda < 4 ? 1 : 0,
      changes: changes.length,
      markers: (log?.highWatermark ?? 0) - changes.length,
      evidence: [
        ...lives,
        `coupons: ${awarded.join(', ') || 'none'}`,
        `earned: ${earned.join(', ')}`,
      ],
    };
  },

  tasks: [
    {
      id: 'works',
      title: 'the program is at work, and nothing stops it but the kills',
      expect: { stopped: null },
      mistakes: {},
      hints: [
        'What does the error say, and which call of yours threw it?',
        'A transactional producer sends nothing outside of a transaction (see 10.1).',
        'Look at the settings of `kafka.producer`, and at the order of the calls on the transaction.',
        '`await producer.transaction()`, then `transaction.send`, `transaction.sendOffsets`, `transaction.commit()`.',
      ],
    },
    {
      id: 'exact',
      title: 'each third order of a customer has one coupon, and no other order has one',
      expect: { wrong: 0, missing: 0 },
      mistakes: {
        'not-read': {
          when: { early: 0, changes: atLeast(1), markers: atLeast(1) },
          say: 'The counts are in the changelog, and after each kill they began at nothing all the same. A changelog restores nobody who does not read it before the first order.',
        },
        'position-after': {
          when: { early: 1, markers: atLeast(1) },
          say: 'An order was counted twice. Count and coupon were committed, the kill came before the position, and the next process read the order again, on top of a count that had it already.',
        },
        'change-before': {
          when: { early: 1, markers: 0 },
          say: 'An order was counted twice. Its count was in the changelog before its transaction: the kill came between, the transaction never was, and the next process counted the order once more.',
        },
        'change-after': {
          when: { early: 0, changes: atLeast(1), markers: 0 },
          say: 'An order is missing in a count. Its transaction was committed, the kill came before the changelog heard of it, and the position was already behind the order.',
        },
      },
      hints: [
        'What does a process know that has just been started? And which three things must be true together, whenever it is killed?',
        'State is restored from a changelog, and output, state and position go into one transaction. See 18.2 and 18.4.',
        'Two places: before the consumer is made, fold what `readAll(changelog)` gives into `numbers`; in the transaction, send the new count to `changelog`.',
        '`for (const { key, value } of await readAll(changelog)) numbers.set(key, Number(value))` after the takeover, and `await transaction.send({ topic: changelog, messages: [{ key, value: String(number) }] })` beside the coupon and the position.',
      ],
    },
  ],
});

/** Where a process stands, or why it stopped. Neither, when it has worked off all that there is. */
async function heard(process: Program): Promise<{ stands?: string; stopped?: string }> {
  const ended = (failure: { code?: string; saw?: string | null }) => {
    if (failure.code === 'program-ended') return { stopped: failure.saw ?? 'it ended' };
    throw failure;
  };
  const word = await process.says(() => true, { giveUpAfter: '20s' }).catch(ended);
  return word as { stands?: string; stopped?: string };
}

async function isOver(topic: Topic): Promise<boolean> {
  const [log] = await topic.offsets();
  return log !== undefined && log.lastStable === log.highWatermark;
}
