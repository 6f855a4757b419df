import { atLeast, exercise, numbered, type Program, type Topic } from '@proving/lab';
import lesson from '../lesson.ts';

// Five processes are killed, the first after one act, the next after two. The sixth works to the end. Then the labels that
// a read_committed reader finds are held against the orders.
export default exercise(lesson, {
  async observe(_program, lab) {
    const [orders, labels] = [await lab.topic(), await lab.topic({ title: 'labels' })];
    const producer = await lab.connect(lab.kafka.producer());
    const expected = numbered(1, 8);
    const messages = expected.map((value) => ({ value }));
    await producer.send({ topic: orders.name, messages });

    const given = {
      learner: lab.learner,
      orders: orders.name,
      labels: labels.name,
      group: lab.group('packer'),
      transactionalId: lab.transactionalId('packing'),
    };
    const { leader } = await orders.partition(0);
    const load = (standsAfter: number) =>
      lab.process('./host.ts', { ...given, leader, standsAfter });
    const lives: string[] = [];
    let next = await load(1);
    for (const standsAfter of [1, 2, 3, 4, 5, 0]) {
      const packer = next;
      packer.tell('begin');
      if (standsAfter > 0) next = await load((standsAfter + 1) % 6);
      const { stands, stopped } = await heard(packer);
      if (stopped) return { stopped, evidence: [`the packer stopped: ${stopped}`] };
      if (standsAfter === 0) break;
      lives.push(`killed after act ${standsAfter}: ${stands ?? 'it had no more to do'}`);
      await packer.kill();
    }

    await lab
      .eventually('every transaction is over', () => isOver(labels), { giveUpAfter: '3s' })
      .catch(lab.noted);
    const stored = await lab.readAll(labels);
    const visible = (await lab.readAll(labels, { isolation: 'read_committed' })).map(
      ({ value }) => value,
    );
    const [log] = await labels.offsets();
    const { highWatermark = 0, lastStable = 0 } = log ?? {};

    const made = expected.map(
      (order) => visible.filter((label) => label === `label for ${order}`).length,
    );
    const none = expected.filter((_, i) => made[i] === 0);
    const two = expected.filter((_, i) => (made[i] ?? 0) > 1);
    return {
      stopped: null,
      none: none.length,
      two: two.length,
      heldBack: highWatermark - lastStable,
      markers: highWatermark - stored.length,
      evidence: [
        ...lives,
        `without a label: ${none.join(', ') || 'none'}`,
        `with two labels or more: ${two.join(', ') || 'none'}`,
        `labels end at ${highWatermark}, last stable offset ${lastStable}`,
      ],
    };
  },

  tasks: [
    {
      id: 'works',
      title: 'the packer is at work, and nothing stops it but the kills',
      expect: { stopped: null },
      mistakes: {},
      hints: [
        'What does the error say, and which call of yours threw it?',
        'A transaction is begun, sent into, and ended; a transactional producer has three settings (see 10.1).',
        'Look at the settings of `kafka.producer`, and at the order of the calls on the transaction.',
        '`kafka.producer({ transactionalId, idempotent: true, maxInFlightRequests: 1 })`: kafkajs demands all three for a transaction.',
      ],
    },
    {
      id: 'each-has-one',
      title: 'each of the 8 orders has a label that a read_committed reader finds',
      expect: { none: 0 },
      mistakes: {
        'fresh-id': {
          when: { heldBack: atLeast(1) },
          say: 'Labels are in the log, and behind a transaction that is still open: one of a process that was killed. The next process came with another transactional id, so nobody ended it, and readers wait for its time-out.',
        },
        'commits-first': {
          when: { heldBack: 0 },
          say: 'An order has no label. Its position was committed before its label was there, the kill came in between, and for the group that order was done.',
        },
      },
      hints: [
        'At which act was the process killed that had this order in work, and what was already done then?',
        'What is committed before its effect is lost by a kill; and an open transaction holds everybody back until somebody ends it (see 10.5 and 10.7).',
        'Look at two places: where the position is committed, and which transactional id the producer has at its next start.',
        'Take the `transactionalId` that is given, the same at each start; and commit no position before or beside the label: hand it to the transaction with `sendOffsets`.',
      ],
    },
    {
      id: 'none-has-two',
      title: 'no order has two labels',
      expect: { two: 0 },
      mistakes: {
        'idempotent-only': {
          when: { markers: 0 },
          say: 'An order has two labels, and no transaction was ever ended in this log. An idempotent producer knows its own retries; the next process is another producer, and what it sends is a new record.',
        },
        'offsets-apart': {
          when: { markers: atLeast(1) },
          say: 'An order has two labels, each in a transaction that was committed. The position went its own way: the kill came between the commit of the transaction and the commit of the position.',
        },
      },
      hints: [
        'Which two things must happen together, so that no kill can come between them?',
        'The position of a group is a record too, and a transaction can carry it (see 10.6).',
        'Replace the `commitOffsets` of the consumer by something on the transaction, before its commit.',
        '`await transaction.sendOffsets({ consumerGroupId: group, topics: [{ topic, partitions: [{ partition, offset }] }] })` before `transaction.commit()`: label and position now have one fate.',
      ],
    },
  ],
});

/** Where a packer stands, or why it stopped. Neither, when it has worked off all that there is. */
async function heard(packer: Program): Promise<{ stands?: string; stopped?: string }> {
  const ended = (failure: { code?: string; saw?: string | null }) => {
    if (failure.code === 'program-ended') return { stopped: failure.saw ?? 'it ended' };
    throw failure;
  };
  const word = await packer.says(() => true, { giveUpAfter: '20s' }).catch(ended);
  return word as { stands?: string; stopped?: string };
}

async function isOver(labels: Topic): Promise<boolean> {
  const [log] = await labels.offsets();
  return log !== undefined && log.lastStable === log.highWatermark;
}
