import { atLeast, exercise, type Program } from '@proving/lab';
import pg from 'pg';
import lesson from '../lesson.ts';
import { alike, copied, copiedAtOnce, ids, records } from './payments.ts';

// Four processes are killed, the first after two acts, the next after three. The fifth works to the end. Then the rows of
// `charges` are held against the payments of the till, two of which it has sent twice.
export default exercise(lesson, {
  async observe(_program, lab) {
    const payments = await lab.topic({ title: 'payments' });
    const { url: database } = await lab.postgres();
    const db = new pg.Client({ connectionString: database });
    await db.connect();
    await db.query('create table charges (payment text, customer text, amount int)');
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: payments.name, messages: records });

    const group = lab.group('charger');
    const given = { learner: lab.learner, topic: payments.name, group, database };
    const { leader } = await payments.partition(0);
    const load = (standsAfter: number) =>
      lab.process('./host.ts', { ...given, leader, standsAfter });
    const charges = async () => (await db.query('select payment from charges')).rows;

    const lives: string[] = [];
    let committedFirst = 0;
    const kills = [2, 3, 4, 5];
    let next = await load(2);
    for (const [i, standsAfter] of [...kills, 0].entries()) {
      const charger = next;
      charger.tell('begin');
      if (standsAfter > 0) next = await load(kills[i + 1] ?? 0);
      const { stands, stopped, before, inWork = -1 } = await heard(charger);
      if (stopped || (i === 0 && stands === undefined)) {
        await db.end();
        const why = stopped ?? 'no payment reached your code';
        return { stopped: why, evidence: [`the charger stopped: ${why}`] };
      }
      if (standsAfter === 0) break;
      const id = records[inWork]?.headers.id;
      const isCharged = (await charges()).some(({ payment }) => payment === id);
      const isCommittedFirst = before === 'a payment read' && stands === 'a position committed';
      if (isCommittedFirst && !isCharged) committedFirst += 1;
      lives.push(
        `killed after act ${standsAfter}: ${stands ?? 'it had no more to do'}${id ? `, ${id}` : ''}`,
      );
      await charger.kill();
    }

    const rows = (await charges()).map(({ payment }) => payment as string);
    const tables = 'select 1 from pg_tables where schemaname = current_schema()';
    const ownTables = ((await db.query(tables)).rowCount ?? 1) - 1;
    await db.end();
    const times = (id: string) => rows.filter((payment) => payment === id).length;
    const never = ids.filter((id) => times(id) === 0);
    const twice = ids.filter((id) => times(id) > 1);
    const killed = twice.filter((id) => !copied.includes(id));
    return {
      stopped: null,
      never: never.length,
      onlyAlike: never.length > 0 && never.every((id) => alike.includes(id)),
      committedFirst,
      killedTwice: killed.length,
      copiesTwice: twice.length - killed.length,
      besideItTwice: twice.includes(copiedAtOnce),
      ownTables,
      evidence: [
        ...lives,
        `never charged: ${never.join(', ') || 'none'}`,
        `charged twice: ${twice.join(', ') || 'none'}`,
      ],
    };
  },

  tasks: [
    {
      id: 'works',
      title: 'the charger is at work, and nothing stops it but the kills',
      expect: { stopped: null },
      mistakes: {},
      hints: [
        'What does the error say, and which call of yours threw it?',
        'A table that is made at each start has to bear that it is there already.',
        'Look at the SQL that runs before the consumer does.',
        '`create table if not exists seen (id text primary key)`: a process that starts again finds its table.',
      ],
    },
    {
      id: 'each-is-charged',
      title: 'each of the 10 payments is charged',
      expect: { never: 0 },
      mistakes: {
        'by-content': {
          when: { onlyAlike: true },
          say: 'Two payments of the same customer over the same amount are two payments. Your key takes the second for a copy of the first.',
        },
        'commits-first': {
          when: { committedFirst: atLeast(1) },
          say: 'A payment was never charged: its position was committed before its charge, the kill came in between, and for the group it was done.',
        },
        'noted-apart': {
          when: { committedFirst: 0, never: atLeast(1) },
          say: 'A payment was never charged. It came again after the kill and was passed over: its id had been noted, and the charge had not been made. Note and charge are two transactions.',
        },
      },
      hints: [
        'At which act was the process killed that had this payment in work, and what was written by then?',
        'What says "done" before the work is done loses it: an id that is noted, a position that is committed (see 16.2).',
        'Look at what is written before the charge, and whether it would be rolled back with it.',
        "`await db.query('begin')`, then the id, then the charge, then `await db.query('commit')`, then `commitOffsets`: a kill takes the id back with the charge.",
      ],
    },
    {
      id: 'none-twice',
      title: 'no payment is charged twice by a kill',
      expect: { killedTwice: 0 },
      mistakes: {
        'noted-after': {
          when: { ownTables: atLeast(1) },
          say: 'A payment was charged twice although you keep a table of ids. The kill came between the charge and the note, and the next process found no id. They have to be one transaction.',
        },
        'in-memory': {
          when: { ownTables: 0, besideItTwice: false },
          say: 'You remember the ids that this process has seen. The next one remembers nothing: what must outlive the process belongs into the database.',
        },
      },
      hints: [
        'The payment came a second time. How could your code have known?',
        'A table of ids, written in the transaction of the charge (see 16.2).',
        'In the handler, in front of the charge; and the table before the consumer runs.',
        '`insert into seen values ($1) on conflict do nothing` between `begin` and `commit`, and the charge only if its `rowCount` is 1: the database refuses a second note of one id.',
      ],
    },
    {
      id: 'one-for-two-copies',
      title: 'a payment that the till has sent twice is charged once',
      expect: { copiesTwice: 0 },
      mistakes: {
        'by-offset': {
          when: { copiesTwice: atLeast(1) },
          say: 'Your charger survives kills, and charges both copies of a payment. They lie at two offsets: to your key they are two. To the till they are one.',
        },
      },
      hints: [
        'In what do the two copies of a payment differ, and in what do they not?',
        'A second copy has an offset of its own (see 16.4).',
        'Look at what you insert into your table of ids.',
        "`message.headers?.['id']` as the key: the till gives it once, and each copy carries it.",
      ],
    },
  ],
});

interface Word {
  readonly stands?: string;
  readonly inWork?: number;
  /** The act before it. */
  readonly before?: string;
  readonly stopped?: string;
}

/** Where a charger stands, or why it stopped. Neither, when it has worked off all that there is. */
async function heard(charger: Program): Promise<Word> {
  const ended = (failure: { code?: string; saw?: string | null }) => {
    if (failure.code === 'program-ended') return { stopped: failure.saw ?? 'it ended' };
    throw failure;
  };
  return (await charger.says(() => true, { giveUpAfter: '20s' }).catch(ended)) as Word;
}
