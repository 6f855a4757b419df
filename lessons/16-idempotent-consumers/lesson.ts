import { atLeast, atMost, between, lesson } from '@proving/spec';

export default lesson({
  title: 'Idempotent consumers',
  question: 'How do I survive the second copy?',
  part: 3,
  minutes: 45,
  after: ['05-offsets-and-delivery', '10-transactions'],
  cluster: { shape: 'standard', services: ['postgres'] },

  claims: {
    'dedupe-in-the-same-transaction-as-the-effect':
      'A consumer that notes the id of an event and does its effect in one database transaction, and then commits its position, has each effect once, wherever it is killed. If the id is noted in a transaction apart, a kill between the two loses the effect; without the note, a kill before the position is committed repeats it.',
    'the-position-can-live-beside-the-effect':
      'A consumer that writes its position into the database in the transaction of the effect, and seeks to it when it starts, has each effect once without a table of ids. With the position written after the transaction a kill repeats an effect; without the seek a restart repeats them all.',
    'the-key-is-the-event':
      'A producer that was killed before it noted what it had sent sends it again, and the copy has an offset of its own: whoever knows events by topic, partition and offset does the effect twice, whoever knows them by the id that the producer gave them does it once.',
    'a-window-forgets':
      'A table of ids that throws away what is older than a window lets each copy pass that comes later than that; one that keeps ids longer than copies can be late lets none pass.',
    'auto-commit-depends-on-the-client':
      'With auto-commit on and the same awaited handler, @platformatic/kafka has committed a fetched batch before its records are handled, and a kill loses the rest of it; kafkajs commits what the handler has returned from, and a kill repeats.',
  },

  experiments: {
    '01-killed-around-the-charge': {
      title: 'Killed around the charge',
      proves: 'dedupe-in-the-same-transaction-as-the-effect',
      arms: { treatment: 'noted in the transaction', apart: 'noted apart', none: 'not noted' },
      ask: 'A charger notes the id of each payment in a table, then charges the account, then commits its position. Each is an act of its own. It is killed at payment 3 between note and charge, and at payment 7 between charge and position. Ten payments of 10: what does Mia pay?',
      predict: {
        kind: 'choice',
        about: 'apart',
        options: [
          { says: '100: an id that was noted is not charged twice', when: { charged: 100 } },
          { says: '110: one of the two kills repeats a charge', when: { charged: 110 } },
          { says: '90: one charge is lost', when: { charged: 90 } },
          { says: 'Something else', when: { charged: atMost(89) } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '02-at-any-moment': {
      title: 'At any moment',
      proves: 'dedupe-in-the-same-transaction-as-the-effect',
      arms: { treatment: 'noted in the transaction', control: 'not noted' },
      ask: 'Fifty payments, and four kills at moments that nobody has chosen. The position is committed after the fiftieth, so each life gets all again that has come so far. The id is noted in the transaction of the charge. How much too much does Mia pay?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Nothing', when: { tooMuch: 0 } },
          { says: '10 a kill: what was in work', when: { tooMuch: between(1, 40) } },
          { says: 'More than that', when: { tooMuch: atLeast(41) } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '03-two-copies': {
      title: 'Two copies of payment 5',
      proves: 'the-key-is-the-event',
      arms: { treatment: 'the id of the event', control: 'topic, partition, offset' },
      ask: 'A till with an idempotent producer is killed after payment 5 was acknowledged, and before it noted that. Started again, it sends payments 5 to 10. The charger notes topic, partition and offset of what it has charged, in the transaction of the charge. What does Mia pay?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: '100: the producer is idempotent, so the log has one copy', when: { stored: 10 }, belief: 'W15' },
          { says: '100: two copies, and the charger finds the second', when: { stored: 11, charged: 100 } },
          { says: '110: two copies, and both are charged', when: { stored: 11, charged: 110 } },
        ],
      },
      needs: [],
      budget: '40s',
    },
    '04-the-position-beside-the-account': {
      title: 'The position beside the account',
      proves: 'the-position-can-live-beside-the-effect',
      arms: { treatment: 'in the transaction, seek', after: 'after it, seek', noSeek: 'in it, no seek' },
      ask: 'A bookkeeper has no table of ids. It keeps its position in the database, in the transaction of the charge, and seeks to it when it starts. At payment 5 it is killed in the middle of the transaction. What does Mia pay for ten payments of 10?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '100', when: { charged: 100 } },
          { says: '110: payment 5 is charged again', when: { charged: 110 } },
          { says: '140: Kafka has no position of it, so it starts over', when: { charged: 140 } },
          { says: '90: payment 5 is lost', when: { charged: 90 } },
        ],
      },
      needs: [],
      budget: '40s',
    },
    '05-a-window-forgets': {
      title: 'How long to remember',
      proves: 'a-window-forgets',
      arms: { treatment: '60 minutes', control: '2 days' },
      ask: 'Five payments at noon. The table keeps ids for 60 minutes. Copies of the five come after 10, 30, 59, 61 and 1,500 minutes. How many of the copies are charged?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None', when: { charged: 50 } },
          { says: 'Two', when: { charged: 70 } },
          { says: 'One', when: { charged: 60 } },
          { says: 'All five', when: { charged: 100 } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '06-two-auto-commits': {
      title: 'Two kinds of auto-commit',
      proves: 'auto-commit-depends-on-the-client',
      arms: { treatment: '@platformatic/kafka', control: 'kafkajs' },
      ask: 'A charger in @platformatic/kafka with autocommit: true awaits its handler. Ten payments are in the log, three are done, and the process is killed over the fourth. A second one takes over, and payment 11 comes. How many of the eleven are never done?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None: it was at work on the fourth, and awaits', when: { never: 0 }, belief: 'W20' },
          { says: 'One: the fourth', when: { never: 1 } },
          { says: 'Seven: the fourth to the tenth', when: { never: 7 } },
          { says: 'Some, it depends on the clock', when: { never: between(2, 6) }, belief: 'W20' },
        ],
      },
      needs: [],
      budget: '60s',
    },
  },

  refutes: ['W16', 'W20'],

  card: {
    drawing: `
  begin
    insert into seen (id) … on conflict do nothing   new?
    update accounts …                                only if new
  commit             the effect and its note: both, or neither
  commitOffsets      saves work, decides nothing

  killed before commit          rolled back, comes again, done
  killed before commitOffsets   comes again, finds its id`,
    remember: {
      'insert … on conflict do nothing': 'rowCount 1: new. rowCount 0: seen, pass over it and commit the offset',
      'the id of the event': 'made once, by whoever makes the event; every copy carries it. Never the offset',
      'delete from seen where at < …': 'keep ids longer than a copy can be late',
      'consumer.seek after each assignment': 'where the position lives in the database',
    },
    interview:
      'Kafka delivers at least once to anything outside of it, so the consumer makes the second copy harmless: in one database transaction it inserts the event id into a table with a unique key and, if it was new, does the effect; then it commits the offset. Killed anywhere, the event comes again and is passed over or done. A note in a transaction of its own loses effects. The key is the id that the producer gave the event, because a producer’s own copy has another offset. Ids are kept longer than the latest copy. Instead of ids, the position itself can be kept beside the effect, with a seek at each assignment. For an effect over HTTP the other side has to know the id.',
  },
});
