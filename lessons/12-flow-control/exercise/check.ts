import { atLeast, atMost, exercise, type Lab, numbered, type Program } from '@proving/lab';
import type { Json } from '@proving/spec';
import lesson from '../lesson.ts';

// First all tables are closed, until the packer takes nothing more: what it has in hand then is what it may need of memory.
// Then they are opened, and order 3 is stuck. When nothing moves any more the packer is killed, and a second life does the
// rest. The log of labels is held against the backlog.
const backlog = numbered(1, 80);
const stuck = 'order 3';

export default exercise(lesson, {
  async observe(_program, lab) {
    const [orders, labels] = [await lab.topic(), await lab.topic({ title: 'labels' })];
    const { leader } = await orders.partition(0);
    const producer = await lab.connect(lab.kafka.producer());
    const messages = backlog.map((value, i) => ({ key: `customer-${(i % 8) + 1}`, value }));
    await producer.send({ topic: orders.name, messages });
    const group = lab.group('packer');
    const topics = { orders: orders.name, labels: labels.name };
    const given = { learner: lab.learner, ...topics, group, leader };

    const doomed = await lab.process('./host.ts', { ...given, closed: true, stuck });
    const atClosed = await atRest(doomed);
    if ('stopped' in atClosed) return { atTables: 0, evidence: [atClosed.stopped] };
    doomed.tell('open');
    const atStuck = await atRest(doomed);
    if ('stopped' in atStuck) return { atTables: 0, evidence: [atStuck.stopped] };
    const [atKill] = await lab.lagOf(group, orders);
    await doomed.kill();

    const next = await lab.process('./host.ts', { ...given, closed: false, stuck: null });
    const atEnd = await atRest(next);
    if ('stopped' in atEnd) return { atTables: 0, evidence: [atEnd.stopped] };
    const lagAtEnd = await lag(lab, group, orders);

    const made = (await lab.readAll(labels)).map(({ value }) => `${value}`);
    const never = backlog.filter((order) => !made.includes(order));
    const committed = atKill?.committed ?? -1;
    const inHand = Math.max(atClosed.taken - atClosed.packed, atStuck.taken - atStuck.packed);
    return {
      atTables: atClosed.onTables,
      together: atClosed.together + atStuck.together + atEnd.together,
      inHand,
      committed,
      never: never.length,
      lagAtEnd,
      evidence: [
        `tables closed: ${atClosed.taken} orders taken, ${atClosed.onTables} on tables`,
        `killed with ${stuck} on its table: ${atStuck.packed} packed, committed: ${committed < 0 ? 'nothing' : `offset ${committed}`}`,
        `at the end: never packed ${short(never)}; lag ${lagAtEnd ?? 'unknown'}`,
      ],
    };
  },

  tasks: [
    {
      id: 'packs',
      title: 'the packer takes orders and packs them',
      expect: { atTables: atLeast(1) },
      mistakes: {},
      hints: [
        'Which topic does your consumer read, for which group, and what is done with an order?',
        'A consumer connects, subscribes and runs; `pack` is called with the value of each order (see 12.2).',
        'Look at `subscribe`: the backlog is older than your consumer. And look at the call of `pack`.',
        '`subscribe({ topic, fromBeginning: true })`, and `pack(order)` with the text of each message: without them no order gets onto a table.',
      ],
    },
    {
      id: 'in-order',
      title: 'two orders of one customer are never on the tables together',
      expect: { together: 0 },
      mistakes: {
        'nobody-waits': {
          when: { together: atLeast(1) },
          say: 'Two orders of the same customer were on tables at the same time. Whichever is packed first is luck, and the customer had an order in mind.',
        },
      },
      hints: [
        'Which order has to wait for which other one?',
        'One lane for each key: a record waits for the one before it in its lane (see 12.2).',
        'You need a map from customer to the promise of the last order in that lane, and a `then` on it.',
        '`const packing = (lanes.get(customer) ?? Promise.resolve()).then(() => pack(order)); lanes.set(customer, packing);`: the lane is as long as its last promise.',
      ],
    },
    {
      id: 'bounded',
      title: 'at most 20 orders are in hand, taken and not packed',
      expect: { inHand: atMost(20) },
      mistakes: {
        'takes-everything': {
          when: { inHand: atLeast(21) },
          say: 'While the tables were closed, your packer went on taking orders. With a backlog of millions that is where a process runs out of memory.',
        },
      },
      hints: [
        'What tells your consumer to stop asking, when the tables do not keep up?',
        'A handler that returns at once gives no back-pressure; `pause()` does (see 12.1).',
        'Count what is taken and not packed. Pause in the handler when it is too much, and resume where an order is done.',
        '`if (unfinished.size >= 16) resume = pause();` in the handler, and `if (unfinished.size <= 8) resume();` when an order is packed: then the rest waits in the log.',
      ],
    },
    {
      id: 'side-by-side',
      title: 'at least four orders are packed at once',
      expect: { atTables: atLeast(4) },
      mistakes: {
        'one-at-a-time': {
          when: { atTables: 1 },
          say: 'With all tables free, one order was on a table and the others waited for it. That loses nothing, and it is why the backlog is there.',
        },
      },
      hints: [
        'For what does your handler wait, before it takes the next order?',
        'Customers need not wait for each other (see 12.2).',
        'The handler awaits the packing. It can start it in a lane and return, as long as something else holds it back.',
        'In the handler: start the packing in the lane of its customer, do not `await` it, and pause at sixteen in hand; then eight customers are served at once.',
      ],
    },
    {
      id: 'nothing-lost',
      title: 'each of the 80 orders is packed, through the kill',
      expect: { never: 0 },
      mistakes: {
        'commits-the-newest': {
          when: { committed: atLeast(3) },
          say: 'Order 3, at offset 2, was on its table, and the committed offset was beyond it. For the group it was done, and so was what waited behind it.',
        },
        'never-resumes': {
          when: { committed: atMost(2) },
          say: 'No offset ran ahead of the work, and yet orders were left: they were never taken. A partition that was paused stays paused until somebody resumes it.',
        },
      },
      hints: [
        'At the kill: which offset was committed, and which orders below it were not packed?',
        'The position is the oldest unfinished order; behind the newest finished one, work is lost (see 12.3). And who pauses must resume (see 12.1).',
        'Keep a set of the offsets in hand. Look at what you commit when an order is done, and whether `resume` is called.',
        'Add `message.offset` to `unfinished` when an order is taken, delete it when it is packed, and commit `Math.min(...unfinished, newestTaken + 1)`: nothing unfinished is ever below it.',
      ],
    },
    {
      id: 'position-moves',
      title: 'with everything packed, the lag is 0',
      expect: { lagAtEnd: 0 },
      mistakes: {
        'never-commits': {
          when: { lagAtEnd: null },
          say: 'All is packed, and the group has no position: at its next start it packs the whole backlog again.',
        },
      },
      hints: [
        'What would a third packer, started now, be given?',
        'Kafka knows only what was committed (see 12.3).',
        'With `autoCommit: false`, each finished order is the moment to commit; also the last one.',
        '`await consumer.commitOffsets([{ topic, partition, offset }])` after each packed order, with the oldest unfinished offset, or the newest taken plus 1 when nothing is in hand.',
      ],
    },
  ],
});

interface Rest {
  readonly taken: number;
  readonly packed: number;
  readonly onTables: number;
  readonly together: number;
}

/** What the packer has done when nothing moves any more. */
async function atRest(packer: Program): Promise<Rest | { readonly stopped: string }> {
  const word = await packer
    .says((said) => isRecord(said), { giveUpAfter: '20s' })
    .catch((error: Error) => ({ stopped: error.message }));
  if (isRecord(word) && typeof word['stopped'] !== 'string') return word as unknown as Rest;
  const why = isRecord(word) ? String(word['stopped']) : 'it said nothing';
  return { stopped: `the packer did not take an order: ${why}` };
}

/** Null where nothing is committed; a commit may still be on its way when the packer rests. */
async function lag(lab: Lab, group: string, orders: Parameters<Lab['lagOf']>[1]) {
  const now = async () => (await lab.lagOf(group, orders))[0]?.lag ?? null;
  const isOver = async () => (await now()) === 0;
  await lab.eventually('lag is 0', isOver, { giveUpAfter: '2s' }).catch(lab.noted);
  return now();
}

function isRecord(word: unknown): word is Record<string, Json> {
  return typeof word === 'object' && word !== null && !Array.isArray(word);
}

function short(some: readonly string[]): string {
  if (some.length <= 4) return some.join(', ') || 'none';
  return `${some.slice(0, 3).join(', ')} and ${some.length - 3} more`;
}
