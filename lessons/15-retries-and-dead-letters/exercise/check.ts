import { atLeast, exercise, type Lab, type Program } from '@proving/lab';
import type { Json } from '@proving/spec';
import lesson from '../lesson.ts';
import { contents, type Returned, writeLetters } from './letters.ts';

// Two dead-letter topics with the same letters. The first is drained in peace. At the second the program is killed when its
// first send is about to leave, and a second process does the rest. Then what lies in the topics of origin is compared with
// what lay there, byte by byte.
export default exercise(lesson, {
  async observe(_program, lab) {
    const [peace, kill] = await Promise.all([drained(lab, false), drained(lab, true)]);
    const { before, after, end } = peace;
    const back = after.filter((each) => !isOld(each, before));
    const right = back.filter(({ bytes }) => before.some((each) => each.bytes === bytes));
    const strays = right.filter(
      ({ bytes, partition }) => origin(before, bytes)?.partition !== partition,
    );
    const lost = missing(kill.before, kill.after);
    return {
      ended: end === 'ended',
      returned: back.length,
      letters: back.filter(({ isLetter }) => isLetter).length,
      changed: back.length - right.length,
      wrongOrder: overtaken(right, before),
      strays: strays.length,
      twice: right.length - new Set(right.map(({ bytes }) => bytes)).size,
      lost,
      lag: peace.lag,
      evidence: [
        `in peace: ${said(end)}; ${back.length} records came back for ${before.length} letters' records`,
        `of these changed ${back.length - right.length}, twice ${right.length - new Set(right.map(({ bytes }) => bytes)).size}; lag ${peace.lag ?? 'unknown'}`,
        `killed before its first send: ${lost} of ${before.length} never came back`,
      ],
    };
  },

  tasks: [
    {
      id: 'sends-back',
      title: 'records go back to the topic that they came from, and the program ends',
      expect: { returned: atLeast(1), ended: true },
      mistakes: {
        'never-ends': {
          when: { ended: false, returned: atLeast(1) },
          say: 'Records went back, and the program went on to wait for more. A drain has an end: the end of the topic when it began. Who waits for more also drains what fails again, for ever.',
        },
      },
      hints: [
        'Where does a letter say where it comes from, and when are all of them read?',
        'The headers `dead.topic`, `dead.partition` and `dead.offset` are the way back (see 15.8).',
        '`admin.fetchTopicOffsets(deadLetters)` tells the end of the topic before you begin; a letter at `high` − 1 is the last one.',
        'Resolve a promise in `eachMessage` when `Number(message.offset) === Number(high) - 1`, await it, then disconnect both clients and return.',
      ],
    },
    {
      id: 'same-bytes',
      title: 'each record is what it was: key, value and headers',
      expect: { changed: 0 },
      mistakes: {
        'keeps-the-envelope': {
          when: { letters: atLeast(1) },
          say: 'The records came back with the `dead.` headers on them. The next time one fails, its new letter tells two stories.',
        },
        'as-text': {
          when: { letters: 0, changed: atLeast(1) },
          say: 'Some records came back changed. One of the values was no text, one was null, and some had headers of their own.',
        },
      },
      hints: [
        'What has kafkajs given you: text or bytes? And what is in `message.headers`?',
        'A letter has the original bytes, and headers with a prefix (see 15.8).',
        'Hand on `message.key` and `message.value` as they are; of the headers, leave out those that begin with `dead.`.',
        '`Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith("dead.")))`, and no `toString()` anywhere: null stays null, and bytes stay bytes.',
      ],
    },
    {
      id: 'in-order',
      title: 'in each partition they come back in their old order',
      expect: { wrongOrder: 0, strays: 0 },
      mistakes: {
        'as-they-come': {
          when: { wrongOrder: atLeast(1), strays: 0 },
          say: 'The letters lie in the order in which their records were given up. You sent them back like that, and an order of a customer came after a later one.',
        },
      },
      hints: [
        'In which order did the letters come into the topic, and in which order were the orders placed?',
        'Each letter names its old offset; offsets of one partition are an order (see 15.4).',
        'Read all letters first. Then sort, then send.',
        'Sort by `dead.partition` and `dead.offset` as numbers, and send in that order, with the key, or with `partition` from the header: the same key goes to the same partition.',
      ],
    },
    {
      id: 'once',
      title: 'a letter that was written twice goes back once',
      expect: { twice: 0 },
      mistakes: {
        twice: {
          when: { twice: atLeast(1) },
          say: 'One record came back twice. Somebody was killed between a letter and its commit, and wrote the letter again.',
        },
      },
      hints: [
        'How do two letters look that hold the same record?',
        'Topic, partition and offset are the name of a record: no two have the same (see 15.4).',
        'Keep one letter for each `dead.topic`, `dead.partition`, `dead.offset`.',
        'A `Map` from topic, partition and offset, written as one text, to the letter; send what is in the map: the second letter of a record takes the place of the first.',
      ],
    },
    {
      id: 'nothing-lost',
      title: 'killed before its first send, it loses no letter',
      expect: { lost: 0 },
      mistakes: {
        'commits-first': {
          when: { lost: atLeast(1) },
          say: 'The program was killed before its first send had left, and some letters were committed by then. The next process began behind them.',
        },
      },
      hints: [
        'What is committed at the moment in which you begin to send?',
        'Commit only what is acknowledged elsewhere (see 15.4). And kafkajs commits by itself what the handler has returned from (see 05.3).',
        'Set `autoCommit: false`, and look at the order of `send` and `commitOffsets`.',
        '`autoCommit: false`, `await producer.send(…)` for all, then `commitOffsets` with the end of the topic: until then a crash begins again at the first letter.',
      ],
    },
    {
      id: 'position-moves',
      title: 'when all is back, the lag of the group is 0',
      expect: { lag: 0 },
      mistakes: {
        'never-commits': {
          when: { lag: null },
          say: 'All is back, and the group has no position. Whoever drains tomorrow sends all of it back once more.',
        },
      },
      hints: [
        'What would a second run do, now?',
        'Kafka knows only what was committed (see 05.4).',
        'The end of the topic that you asked for at the beginning is the position to commit at the end.',
        '`await consumer.commitOffsets([{ topic: deadLetters, partition: 0, offset: high }])` after the last send is acknowledged, and before `disconnect()`.',
      ],
    },
  ],
});

/** One dead-letter topic, drained; with `killed`, in two lives. */
async function drained(lab: Lab, killed: boolean) {
  const orders = await lab.topic({ partitions: 2 });
  const dead = await lab.topic({ title: 'dead-letters' });
  const before = await writeLetters(lab, orders, dead);
  const group = lab.group('drain');
  const given = { learner: lab.learner, deadLetters: dead.name, group };
  if (killed) {
    const doomed = await lab.process('./host.ts', { ...given, stands: true });
    await heard(doomed, (word) => word !== null);
    await doomed.kill();
  }
  const next = await lab.process('./host.ts', { ...given, stands: false });
  const end = await heard(next, (word) => word !== 'sending');
  await next.kill();
  const [at] = await lab.lagOf(group, dead);
  return { before, after: await contents(lab, orders), end, lag: at?.lag ?? null };
}

const heard = (program: Program, what: (word: Json) => boolean) =>
  program.says(what, { giveUpAfter: '25s' }).catch(() => null);

function said(end: Json): string {
  if (end === 'ended') return 'the program came to its end';
  if (end === 'waits') return 'the program waited for more letters';
  const why = isRecord(end) ? (end['stopped'] ?? null) : null;
  return why === null ? 'the program did not end' : `the program stopped: ${String(why)}`;
}

const isRecord = (word: Json): word is Record<string, Json> =>
  typeof word === 'object' && word !== null && !Array.isArray(word);
const isOld = (one: Returned, before: readonly Returned[]) =>
  before.some(({ partition, offset }) => partition === one.partition && offset === one.offset);
const origin = (before: readonly Returned[], bytes: string) =>
  before.find((each) => each.bytes === bytes);

/** Records that came back behind one which stood behind them, in the same partition. */
function overtaken(back: readonly Returned[], before: readonly Returned[]): number {
  const offset = ({ bytes }: Returned) => origin(before, bytes)?.offset ?? -1;
  return back.filter((one, i) =>
    back
      .slice(0, i)
      .some((each) => each.partition === one.partition && offset(each) > offset(one)),
  ).length;
}

function missing(before: readonly Returned[], after: readonly Returned[]): number {
  const back = after.filter((each) => !isOld(each, before)).map(({ bytes }) => bytes);
  return before.filter(({ bytes }) => !back.includes(bytes)).length;
}
