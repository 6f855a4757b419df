import {
  atLeast,
  atMost,
  exercise,
  type Lab,
  numbered,
  type ReadRecord,
  type Shop,
} from '@proving/lab';
import { Plain } from '@proving/spec';
import lesson from '../lesson.ts';
import { cleanersPass, othersMove } from './cleaners.ts';

interface AddressBook {
  move(customer: string, address: string, at: number): Promise<unknown>;
  forget(customer: string, at: number): Promise<unknown>;
}

const hour = 3_600_000;
const day = 24 * hour;
const forgotten = ['ada', 'ben'];
const stayers = ['eve', 'joe', 'kim', ...numbered(1, 20, 'customer')];
const movers = ['mia', 'sam', 'tom', 'uma'];
const everybody = [...forgotten, ...stayers, ...movers];

// More than a year in the life of an address book, by its time stamps. What counts is the log, and the
// settings of the topic.
export default exercise<Shop>(lesson, {
  async observe(program, lab) {
    const name = lab.topicName('addresses');
    const book = returned(await program({ kafka: lab.kafka, topic: name }));
    const topic = await lab.existing(name);
    const now = Date.now();
    const refusals: string[] = [];
    const each = (customers: readonly string[], ask: (customer: string) => Promise<unknown>) =>
      Promise.all(
        customers.map((customer) =>
          Promise.try(ask, customer).catch((error) => {
            refusals.push(error.type ?? error.message);
          }),
        ),
      );

    lab.step('400 days ago all move in; 300 days ago four move on');
    await each(everybody, (customer) => book.move(customer, 'Elm Street 1', now - 400 * day));
    await each(movers, (customer) => book.move(customer, 'Oak Road 2', now - 300 * day));
    await othersMove(lab, topic, now - 200 * day);
    await cleanersPass(lab);
    lab.step('25 hours ago Ada and Ben ask to be forgotten; today others move in');
    await each(forgotten, (customer) => book.forget(customer, now - 25 * hour));
    await othersMove(lab, topic, now);
    await cleanersPass(lab);

    const remembered = async () => (await lab.readAll(topic)).filter(isRemembered);
    const isGone = async () => (await remembered()).length === 0;
    await lab
      .eventually('the addresses are gone', isGone, { giveUpAfter: '2s' })
      .catch(lab.noted);

    const log = await lab.readAll(topic);
    const last = new Map(log.map(({ key, value }) => [key, value]));
    const missing = [...stayers, ...movers].filter(
      (customer) => !last.get(customer)?.includes(newest(customer)),
    );
    const unmarked = forgotten.filter((customer) => (last.get(customer) ?? null) !== null);
    const left = await remembered();
    const evidence = [
      ...refusals.slice(0, 1),
      ...missing.map((customer) => `no ${newest(customer)} under the key ${customer}`),
      ...unmarked.map((customer) => `the last word on ${customer}: "${last.get(customer)}"`),
      ...left.map(
        ({ partition, offset, value }) => `partition ${partition}, offset ${offset}: ${value}`,
      ),
    ].slice(0, 3);
    const settings = await settingsOf(lab, name);
    const lastWord = last.get('ada') ?? null;
    const counts = {
      refused: refusals.length,
      missing: missing.length,
      unmarked: unmarked.length,
    };
    return { ...settings, ...counts, lastWord, remembered: left.length, evidence };
  },

  tasks: [
    {
      id: 'newest-stays',
      title:
        "the newest address of each customer stays under the customer's name, however old it is",
      expect: { refused: 0, missing: 0, policy: 'compact' },
      mistakes: {
        'no-key': {
          when: { policy: 'compact', refused: atLeast(1) },
          say: 'The broker refused the records: this topic keeps the newest record of each key, and these have none. A name inside the value is no key; Kafka does not read values.',
        },
        'compact-and-delete': {
          when: { policy: 'compact,delete' },
          say: 'Both policies at once: the topic keeps the newest of each key, and also deletes what is older than retention.ms. A customer who has not moved for a week is gone.',
        },
        'default-policy': {
          when: { policy: 'delete' },
          say: 'The topic deletes by age, as a topic does unless told otherwise. After retention.ms, a week by default, the address of a customer who has not moved is gone, and an outdated one stays until then.',
        },
      },
      hints: [
        'A customer moved in 400 days ago and has not moved since. By which rule may your topic throw records away?',
        'There are two rules: by age or size, and by key. The second keeps the newest record of each key for as long as there is no newer one. See 11.6.',
        'In configEntries: one setting chooses the rule. And in move: what tells the broker which records are about the same customer stands beside the value, not in it.',
        "`{ name: 'cleanup.policy', value: 'compact' }`, and `{ key: customer, value: address, timestamp: String(at) }`. Compaction compares keys, so each customer needs one.",
      ],
    },
    {
      id: 'told-to-forget',
      title: 'to whoever reads the log from its beginning, a forgotten customer has no address',
      expect: { unmarked: 0 },
      mistakes: {
        'empty-text': {
          when: { unmarked: atLeast(1), lastWord: '' },
          say: 'The last record of a forgotten customer has an empty value. That is an address like any other, only a short one: it is kept for ever, and so is the key.',
        },
      },
      hints: [
        'What is the last record that your program writes about a customer who wants to be forgotten?',
        'Compaction keeps the newest record of each key, whatever its value says. One value is different: none at all. See 11.7.',
        'In forget: the same key as in move, and another value.',
        '`{ key: customer, value: null, timestamp: String(at) }`: a tombstone. It takes the older records of its key with it, and goes itself later.',
      ],
    },
    {
      id: 'gone-in-a-day',
      title:
        'a day after the request, and with the next record of the partition, the address is not in the log',
      expect: { remembered: 0 },
      mistakes: {
        'week-long-segments': {
          when: { remembered: atLeast(1), hoursToRoll: atLeast(25) },
          say: 'The tombstones lay in the active segment, and no cleaner looks there. With your settings a segment stays active for a week before the next record closes it.',
        },
        'half-must-be-dirty': {
          when: { remembered: atLeast(1), hoursToRoll: atMost(24), dirtyRatio: atLeast(0.2) },
          say: 'The tombstones lay in a closed segment, but the cleaner did not come: it waits until the uncleaned part is half of the log. In a large book with few changes that takes months.',
        },
      },
      hints: [
        'The tombstone is in the log. Which two things must happen before a cleaner takes the address away?',
        'Its segment must be closed, and the cleaner must think that the log is worth its while. Both have a setting with a default made for other topics. See 11.6 and 11.8.',
        'In configEntries: there is one setting that bounds the whole way, from the record to its cleaning. Two others do it together.',
        "`{ name: 'max.compaction.lag.ms', value: '86400000' }`: after a day the next record closes the segment, and it is cleaned however small it is. Or segment.ms of a day, with a small min.cleanable.dirty.ratio.",
      ],
    },
  ],
});

const newest = (customer: string) =>
  movers.includes(customer) ? 'Oak Road 2' : 'Elm Street 1';

/** An address of somebody who wants to be forgotten, under the name or with the name in the value. */
const isRemembered = ({ key, value }: ReadRecord) =>
  /Street|Road/.test(`${value}`) &&
  forgotten.some((name) => key === name || value?.includes(name));

/** What the brokers say of the topic; hours until a record closes the segment of an older one. */
async function settingsOf(lab: Lab, name: string) {
  const admin = await lab.connect(lab.kafka.admin());
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: 2, name }],
  });
  const setting = (key: string) =>
    `${resources[0]?.configEntries.find((entry) => entry.configName === key)?.configValue}`;
  const roll = Math.min(
    Number(setting('segment.ms')),
    Number(setting('max.compaction.lag.ms')),
  );
  return {
    policy: setting('cleanup.policy'),
    hoursToRoll: roll / hour,
    dirtyRatio: Number(setting('min.cleanable.dirty.ratio')),
  };
}

function returned(value: unknown): AddressBook {
  const { move, forget } = (value ?? {}) as Partial<AddressBook>;
  if (typeof move === 'function' && typeof forget === 'function') return { move, forget };
  throw new Plain('shape', 'The program did not return `move` and `forget`.', {
    saw:
      value === undefined
        ? 'nothing was returned'
        : `keys ${Object.keys(value as object).join(', ') || 'none'}`,
    fix: 'return { move(customer, address, at) { … }, forget(customer, at) { … } }',
  });
}
