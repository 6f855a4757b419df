import { atLeast, exercise, type Lab, type Topic } from '@proving/lab';
import type { Kafka } from 'kafkajs';
import lesson from '../lesson.ts';
import { changes, laterChange, laterOrder, orders, right, tell } from './story.ts';

interface Joining {
  readonly kafka: Kafka;
  readonly orders: string;
  readonly customers: string;
  readonly enriched: string;
  readonly group: string;
}

// Both topics are there when the program starts. One more change is written when all is read, and one more order when that is read.
export default exercise<Joining>(lesson, {
  async observe(program, lab) {
    const ordered = await lab.topic({ title: 'orders', partitions: 2 });
    const customers = await lab.topic({ title: 'customers', partitions: 2 });
    const enriched = await lab.topic({ title: 'enriched' });
    const group = lab.group('joining');
    await tell(lab, customers, changes);
    await tell(lab, ordered, orders);
    const names = { orders: ordered.name, customers: customers.name, enriched: enriched.name };
    await program({ kafka: lab.kafka, ...names, group });
    for (const topic of [ordered, customers]) await isRead(lab, group, topic);
    lab.step('a change is written, and then an order');
    await tell(lab, customers, laterChange);
    await isRead(lab, group, customers);
    await tell(lab, ordered, laterOrder);
    await isRead(lab, group, ordered);

    const answers = (await lab.readAll(enriched)).map(({ value }) => `${value}`);
    return { ...judged(answers), evidence: [`answered: ${answers.join(', ') || 'nothing'}`] };
  },

  tasks: [
    {
      id: 'each-once',
      title: 'each order is answered once',
      expect: { missing: 0, again: 0 },
      mistakes: {
        'leaves-out': {
          when: { missing: atLeast(1) },
          say: 'An order of a customer of whom nothing is known has no answer. It is an order all the same: say unknown.',
        },
      },
      hints: [
        'Count the answers printed below, and look which orders have none.',
        'A join that leaves out what has no partner is an inner join. Here a left one is wanted (see 20.2).',
        'For each order one message goes to `enriched`, with or without a status.',
        "Write `?? 'unknown'` where the status is put into the answer, and let no `if` stand before the send.",
      ],
    },
    {
      id: 'of-that-time',
      title: 'with the status of that time',
      expect: { wrongThen: 0, wrongSame: 0, wrongLate: 0 },
      mistakes: {
        newest: {
          when: { newer: atLeast(1) },
          say: 'A1 was ordered while Ada was gold, and you say silver: that came later. You answer with the last status of all.',
        },
        'strictly-before': {
          when: { wrongThen: 0, wrongSame: atLeast(1) },
          say: 'B1 was ordered in the same millisecond in which Ben became silver. A change at the same time counts already.',
        },
        'last-to-come': {
          when: { wrongThen: 0, wrongLate: atLeast(1) },
          say: 'Dora’s changes lie in the topic in another order than they happened, and you took the one that lies last. The time stamps decide.',
        },
      },
      hints: [
        'Ada was gold, then silver. What must be kept, so that an order from between can be answered?',
        'Keep all changes with their times, and let no order be answered before the changes that were there are read (see 20.2 and 20.5).',
        '`admin.fetchTopicOffsets(customers)` says, before you begin, how far each partition reaches. Keep the orders of a partition back until you are there.',
        'Sort the changes of a customer by time; the answer is `changes.findLast(({ time }) => time <= Number(timestamp))`.',
      ],
    },
    {
      id: 'nobody-known',
      title: 'unknown before the first change and behind a tombstone',
      expect: { wrongLeft: 0, wrongBefore: 0 },
      mistakes: {
        'passes-over-null': {
          when: { wrongLeft: atLeast(1) },
          say: 'Cleo had left when C2 was ordered, and you still say gold. A tombstone is a change: from then on she has no status.',
        },
      },
      hints: [
        'Which customers had no status when they ordered?',
        'A value of null is a tombstone (lesson 17): it ends what was before it, and not what was earlier still.',
        'Keep it among the changes, with its time, as you keep the others.',
        "`status: message.value && String(message.value)` keeps null as null; `then?.status ?? 'unknown'` says it.",
      ],
    },
    {
      id: 'goes-on',
      title: 'it goes on with what is written later',
      expect: { wrongLive: 0 },
      mistakes: {
        'loaded-once': {
          when: { wrongLive: atLeast(1), missing: 0 },
          say: 'Emil became gold when your program was running, and it does not know. The changes are read until the end, and not only those that were there.',
        },
      },
      hints: [
        'What does your program do with a change that is written while it runs?',
        'Both topics are read for ever, by one consumer (see 20.1).',
        '`consumer.subscribe({ topics: [orders, customers], fromBeginning: true })`, and in the handler look at `topic`.',
        'When the changes that were there are read, an order is answered at once; a change is always kept.',
      ],
    },
  ],
});

/** How many orders were answered wrongly, by what they are about. An order that has no answer is missing, not wrong. */
function judged(answers: readonly string[]) {
  const got = new Map(answers.map((answer) => answer.split(' ') as [string, string]));
  const all = Object.values(right).flatMap((each) => Object.keys(each));
  const wrong = (about: keyof typeof right) =>
    Object.entries(right[about]).filter(
      ([order, status]) => got.has(order) && got.get(order) !== status,
    ).length;
  return {
    missing: all.filter((order) => !got.has(order)).length,
    again: answers.length - got.size,
    wrongThen: wrong('between'),
    wrongSame: wrong('same'),
    wrongLate: wrong('late'),
    wrongLeft: wrong('left'),
    wrongBefore: wrong('before'),
    wrongLive: wrong('live'),
    newer: got.get('A1') === 'silver' ? 1 : 0,
  };
}

/** A program that reads by another group, or commits nothing, is looked at as it is then. */
async function isRead(lab: Lab, group: string, topic: Topic): Promise<void> {
  const all = (await lab.readAll(topic)).length;
  const done = async () => {
    const lags = await lab.lagOf(group, topic);
    return lags.reduce((sum, { committed }) => sum + (committed ?? 0), 0) === all;
  };
  await lab
    .eventually('your program has read everything', done, { giveUpAfter: '15s' })
    .catch(lab.noted);
}
