import {
  type Exercise,
  exercise,
  type Lab,
  numbered,
  type Shop,
  type Topic,
} from '@proving/lab';
import lesson from '../lesson.ts';

type Given = Shop & { readonly group: string };

export default exercise(lesson, {
  async observe(program, lab) {
    const orders = await lab.topic({ partitions: 3 });
    const group = lab.group('labels');
    const ended = await ending(program({ kafka: lab.kafka, topic: orders.name, group }), lab);
    const { sent, redelivered } = await lab.history(orders).counts('sent', 'redelivered');
    const delivered = await deliveries(orders, lab);
    return {
      ...(await log(orders, lab)),
      delivered,
      redelivered,
      ended,
      evidence: [
        `records sent: ${sent}`,
        `offsets delivered: ${delivered}`,
        `the end of the program: ${ended}`,
      ],
    };
  },

  tasks: [
    {
      id: 'twenty-stored',
      title: 'order 1 to order 20 stand in partition 0, and nothing else stands anywhere',
      expect: { partition0: 'order 1 to order 20', partition1: 'empty', partition2: 'empty' },
      mistakes: {
        'spreads-over-partitions': {
          when: { partition1: { $not: 'empty' }, partition2: { $not: 'empty' } },
          say: 'The orders went into several partitions. Nobody said which, so the producer chose: records without a key are spread over all of them. Say it with each record.',
        },
      },
      hints: [
        'How many orders does your program send, and who decides into which of the three partitions each of them goes?',
        'Every partition counts its own offsets, from 0. Only records that share a partition can have the offsets 0 to 19 between them. See 01.3.',
        'In messages: twenty entries instead of one, each with a value and with one more field that names the partition.',
        "`const messages = Array.from({ length: 20 }, (_, i) => ({ value: 'order ' + (i + 1), partition: 0 }))`, sent with one `producer.send({ topic, messages })`. A record that names its partition leaves the producer no choice, and one send keeps the order of its messages.",
      ],
    },
    {
      id: 'ten-read',
      title: 'the records at offsets 5 to 14 were delivered, each once, and no other',
      expect: { delivered: '5 to 14', redelivered: 0 },
      mistakes: {
        'seeks-before-run': {
          when: { ended: { $matches: 'consumer#run must be called first' } },
          say: 'kafkajs refused to seek: before run there is no reader that could be sent anywhere. Call seek after run.',
        },
        'reads-and-drops': {
          when: { delivered: '0 to 14' },
          say: 'You threw away offsets 0 to 4, but they had been fetched and delivered first. In a log with millions of records that is the whole morning. Let the reader begin at 5.',
        },
        'takes-one-more': {
          when: { delivered: '5 to 15' },
          say: 'Offset 15 was delivered too: your program stops when it sees the first record that it does not want. Stop at the last one that it wants.',
        },
        'reads-to-the-end': {
          when: { delivered: '5 to 19' },
          say: 'The reader began at 5 and then got everything up to the end of the log. Taking ten out of fifteen afterwards does not help: hold it back at offset 14.',
        },
      },
      hints: [
        'Which record does your reader get first, and what keeps it from getting another one after offset 14?',
        'An offset is a place, and a reader can be sent to it. It then goes on by itself until something holds it back. See 01.5 and 01.7.',
        'After run: a seek to partition 0. Inside eachMessage: compare message.offset, which is a text, with the last one you want, and hold the partition back there. Let the function wait for that moment before it disconnects.',
        "`consumer.seek({ topic, partition: 0, offset: '5' })` after run. In eachMessage take `pause` beside `message`; at offset '14' call `pause()` and resolve a promise. Outside, await that promise, then disconnect. `pause()` works at once, because kafkajs looks at it before each record.",
      ],
    },
    {
      id: 'ends',
      title: 'the program came to its end',
      expect: { ended: 'by itself' },
      mistakes: {
        'waits-for-itself': {
          when: { ended: 'none within 12 s' },
          say: 'All ten were read, and then the program did not end. If disconnect is awaited inside eachMessage, each of the two waits for the other. Or something waits for a record that never comes.',
        },
      },
      hints: [
        'What is your program still waiting for when everything has been read?',
        'A consumer never ends of its own accord; whoever started it must stop it. And it cannot stop while it is busy with a record. See 01.7.',
        'Look for an await that waits for something which can only happen when it is over: a promise that nobody resolves, or a disconnect inside eachMessage.',
        'Resolve a promise inside eachMessage when you have the last record, await it outside, and only there `await consumer.disconnect()`. Inside, disconnect would wait for eachMessage, and eachMessage for disconnect.',
      ],
    },
  ],
} satisfies Exercise<Given>);

/** A seek may have to wait for a fetch that is on its way already, 5 s in kafkajs; joining and leaving come on top of that. */
const patience = '12s';

/** How the learner's program ended; an error with the client's own words. */
async function ending(program: Promise<unknown>, lab: Lab): Promise<string> {
  let ended: string | null = null;
  program.then(
    () => (ended = 'by itself'),
    (error) => (ended = `with an error: ${error instanceof Error ? error.message : error}`),
  );
  const until = 'the program has ended';
  return lab
    .eventually(until, () => ended, { giveUpAfter: patience })
    .catch(() => 'none within 12 s');
}

/** Each partition in words: `order 1 to order 20`, `empty`, or its values one by one. */
async function log(orders: Topic, lab: Lab) {
  const records = await lab.readAll(orders);
  const [partition0, partition1, partition2] = [0, 1, 2].map((partition) =>
    inWords(
      records.filter((each) => each.partition === partition).map(({ value }) => `${value}`),
    ),
  );
  return {
    partition0: partition0 ?? '',
    partition1: partition1 ?? '',
    partition2: partition2 ?? '',
  };
}

/** Which offsets reached the learner's consumer, as ranges: `5 to 14`. */
async function deliveries(orders: Topic, lab: Lab): Promise<string> {
  const undelivered = new Set(await lab.history(orders).values('undelivered'));
  const records = await lab.readAll(orders);
  const offsets = records
    .filter(({ value }) => !undelivered.has(`${value}`))
    .map(({ offset }) => offset);
  const first = offsets.filter((offset) => !offsets.includes(offset - 1));
  const last = offsets.filter((offset) => !offsets.includes(offset + 1));
  return (
    first
      .map((from, i) => (from === last[i] ? `${from}` : `${from} to ${last[i]}`))
      .join(', ') || 'none'
  );
}

function inWords(values: readonly string[]): string {
  if (values.length === 0) return 'empty';
  const isRow = values.length > 1 && values.join() === numbered(1, values.length).join();
  return isRow ? `${values[0]} to ${values.at(-1)}` : values.join(', ');
}
