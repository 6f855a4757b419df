import { atLeast, exercise, type Lab, type Program, type Topic } from '@proving/lab';
import lesson from '../lesson.ts';
import { folded } from '../streams/index.ts';
import { after, before, customers, right } from './history.ts';

// Three lives of the learner's counter: the first works off what there is, the second is killed in the midst of its work,
// the third works to the end. What counts is what a fold of `counts` finds after the first and after the third.
export default exercise(lesson, {
  async observe(_program, lab) {
    const [orders, counts] = [await lab.topic(), await lab.topic({ title: 'counts' })];
    const producer = await lab.connect(lab.kafka.producer());
    const send = (records: typeof before) =>
      producer.send({
        topic: orders.name,
        messages: records.map(([key, value]) => ({ key, value })),
      });
    const { leader } = await orders.partition(0);
    const given = {
      learner: lab.learner,
      orders: orders.name,
      counts: counts.name,
      group: lab.group('counter'),
      leader,
    };
    const live = async (standsAfter: number) => {
      const counter = await lab.process('./host.ts', { ...given, standsAfter });
      const word = await heard(counter);
      await counter.kill();
      return word;
    };

    await send(before);
    const first = await live(0);
    if (first.stopped) return { stopped: first.stopped, evidence: [first.stopped] };
    const early = await found(lab, counts);
    await send(after);
    await live(3);
    const last = await live(0);
    const late = await found(lab, counts);

    const wrongEarly = wrong(early.numbers, right(before));
    const wrongLate = wrong(late.numbers, right([...before, ...after]));
    return {
      stopped: last.stopped ?? null,
      unkeyed: late.unkeyed,
      wrong: wrongEarly.length,
      ...early.numbers,
      wrongAfterKills: wrongLate.length,
      evidence: [
        ...late.sample,
        ...wrongEarly.map((each) => `before the kill: ${each}`),
        ...wrongLate.map((each) => `after the kills: ${each}`),
      ].slice(0, 6),
    };
  },

  tasks: [
    {
      id: 'a-table',
      title: 'counts is a table: the key is a customer, the value a number',
      expect: { stopped: null, unkeyed: 0 },
      mistakes: {
        'no-key': {
          when: { stopped: null, unkeyed: atLeast(1) },
          say: 'Records in counts do not have a customer as their key and a number as their value. Without a key nobody can tell which count a later one replaces: a fold keeps the last value of each key.',
        },
      },
      hints: [
        'Somebody folds counts and keeps the last value of each key. What are the keys of your records?',
        'A table has rows, and a row has a key. In a record that is the key beside the value, not a name inside it. See 17.1.',
        'Look at the message that you hand to producer.send.',
        '`{ key: customer, value: String(number) }`: the customer is the row, the number what is known of it.',
      ],
    },
    {
      id: 'counts-orders',
      title: 'each customer has the number of orders that are his or hers now',
      expect: { wrong: 0 },
      mistakes: {
        'every-record-counts': {
          when: { bob: 2, eve: 2, fay: 1 },
          say: 'Every record was counted. But orders is a table: a second record about order 2 is not another order, it says that order 2 is somebody else’s.',
        },
        'cancelled-stay': {
          when: { bob: 1, eve: 2, fay: 0 },
          say: 'Eve still has the order that she has cancelled. A record without a value is a tombstone: the order is gone, and somebody has one less.',
        },
        'only-adds': {
          when: { bob: 2, eve: 1, fay: 1 },
          say: 'Order 2 went from Bob to Cy and is counted for both. An order that changes hands is one more here and one less there.',
        },
        'writes-one-side': {
          when: { bob: 1, fay: 1 },
          say: 'Fay has no order any more, and counts does not say so. When an order changes hands, two counts change, and both must be written; a cancelled one changes a count, too.',
        },
      },
      hints: [
        'How many orders are there, after records about 1, 2, 3 and again 2? Whose is order 2?',
        'To take an order from its old owner you must know who that was. So there are two tables: the orders, and the counts made of them. See 17.1 and 17.6.',
        'Before you add one to the new customer: look up who had this order, take one off, and write both counts. With null there is no new customer.',
        'Keep `owners`, a Map from order to customer. `const owner = owners.get(order)`; if there is one, subtract and write; if the value is not null, add and write; then remember the new owner or forget the order.',
      ],
    },
    {
      id: 'survives',
      title: 'and that holds when the program was killed and started again',
      expect: { stopped: null, wrongAfterKills: 0 },
      mistakes: {
        'goes-on': {
          when: { wrong: 0, wrongAfterKills: atLeast(1) },
          say: 'After the restart the counts are wrong. The group went on at its committed position, and the memory of the program was empty: it knew no owner of any earlier order.',
        },
      },
      hints: [
        'What does your program know in the moment after it was started, and at which offset does it begin to read?',
        'Position and memory must fit together: an empty memory belongs to offset 0. See 17.4.',
        'Look at what commits a position. You did not write it: kafkajs does it by itself.',
        '`autoCommit: false` in consumer.run, and no commit of your own: then each start finds no position and begins at the beginning, and the fold is the same as on the first day.',
      ],
    },
  ],
});

/** It has no more to read, it stands still, or it has stopped by itself. */
async function heard(counter: Program): Promise<{ stopped?: string }> {
  const ended = (failure: { code?: string; saw?: string | null }) => {
    if (failure.code === 'program-ended') return { stopped: failure.saw ?? 'it ended' };
    throw failure;
  };
  const word = await counter.says(() => true, { giveUpAfter: '20s' }).catch(ended);
  return typeof word === 'object' ? (word as { stopped?: string }) : {};
}

/** What a fold of the counts finds, customers without a row as 0, and records that are no rows. */
async function found(lab: Lab, counts: Topic) {
  const log = await lab.readAll(counts);
  const isRow = ({ key, value }: (typeof log)[number]) =>
    customers.includes(`${key}`) && (value === null || /^\d+$/.test(value));
  const table = folded(log.filter(isRow));
  const unkeyed = log.filter((record) => !isRow(record));
  return {
    numbers: Object.fromEntries(customers.map((each) => [each, Number(table.get(each) ?? 0)])),
    unkeyed: unkeyed.length,
    sample: unkeyed
      .slice(0, 1)
      .map(({ key, value }) => `in counts: key ${key}, value ${value}`),
  };
}

function wrong(numbers: Record<string, number>, expected: Readonly<Record<string, number>>) {
  return customers
    .filter((each) => numbers[each] !== expected[each])
    .map((each) => `${each} has ${numbers[each]}, and ${expected[each]} would be right`);
}
