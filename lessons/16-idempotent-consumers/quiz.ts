import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'A consumer runs `insert into seen …` and, when the id was new, calls a card service over HTTP. Both stand between begin and commit. The process is killed after the call. What happens?',
    claim: 'dedupe-in-the-same-transaction-as-the-effect',
    options: [
      {
        says: 'The card is charged once: the id is in the transaction',
        because:
          'The note is rolled back by the kill and the charge is not. The event comes again, its id is new, and the card is charged again.',
        belief: 'W16',
      },
      {
        says: 'The card is charged twice, unless the card service knows the id as well',
        right: true,
        because:
          'The call is in no transaction of this database. Hand the event id to the service as its idempotency key: then it keeps the table.',
      },
      {
        says: 'The charge is taken back when the database rolls back',
        because: 'A database takes back its own rows. Nobody tells the card service.',
      },
      {
        says: 'The card is never charged',
        because: 'It was charged before the kill. What was lost is the note of it.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'A colleague moves the note of the id out of the transaction, in front of it, "so that a second instance sees it at once". Nothing else changes. What will the accountants find some day?',
    claim: 'dedupe-in-the-same-transaction-as-the-effect',
    options: [
      {
        says: 'Payments that were charged twice',
        because: 'The id is noted before the charge, so the second try is always stopped. That is the trouble.',
      },
      {
        says: 'Payments that were never charged',
        right: true,
        because:
          'Killed between the note and the charge, the next process finds the id and passes over a payment that nobody has charged.',
      },
      {
        says: 'Nothing: the position is committed after both',
        because: 'So the payment comes again. But the note says that it is done, and the note is wrong.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'several',
    ask: 'Which of these can be the key of the table of ids?',
    claim: 'the-key-is-the-event',
    options: [
      {
        says: 'an id that the shop gives to the payment when the customer presses the button',
        right: true,
        because: 'It is made once, and each copy of the event carries it.',
      },
      {
        says: 'topic, partition and offset',
        because: 'Good against a second delivery of one record. A second record with the same event has another offset.',
      },
      {
        says: 'the id of the row in the outbox from which a relay sends',
        right: true,
        because: 'A relay that is restarted sends the row again, and with it its id.',
      },
      {
        says: 'a random id that the producer draws in front of each send',
        because: 'A producer that starts again draws again. The copy has another id, and passes.',
      },
      {
        says: 'a hash of customer and amount',
        because: 'Two coffees of the same price are two payments. Equal content is not the same event.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'number',
    ask: 'Ids are kept for 24 hours. A relay was down over the weekend and sends 200 events again that were charged on Friday; on Monday it has sent 30 new ones as well. How many of the 230 have an effect?',
    claim: 'a-window-forgets',
    answer: 230,
    tolerance: 0,
    unit: 'events',
    because:
      'On Monday nothing of Friday is in the table any more. The window must be longer than the longest time by which a copy can be late, weekends included.',
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'A worker keeps its position in the database and seeks to it once, when the process starts. With one instance all is well. A second instance is started. What is missing?',
    claim: 'the-position-can-live-beside-the-effect',
    options: [
      {
        says: 'Nothing: the group hands out the partitions',
        because: 'It hands out partitions with the positions that Kafka knows, and Kafka knows none here.',
      },
      {
        says: 'At each assignment it must seek for the partitions that it was given',
        right: true,
        because:
          'A partition that moves to it begins where the group says, from the beginning. Where you start and where you are assigned are two moments.',
      },
      {
        says: 'The table of positions must have one row for each instance',
        because: 'The position belongs to the partition, whoever reads it. A row for each instance would make two of them.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'one',
    ask: '"We use auto-commit, and on each deployment some orders are lost." Which question do you ask first?',
    claim: 'auto-commit-depends-on-the-client',
    options: [
      {
        says: 'How long is auto.commit.interval.ms?',
        because: 'It says how often, not what. A short one can lose, and a long one can be safe.',
        belief: 'W20',
      },
      {
        says: 'Which client, and what has the program done when that client takes a record for done?',
        right: true,
        because: 'One commits what the handler has returned from, another what it has put into its buffer. The word is the same.',
      },
      {
        says: 'Is the producer idempotent?',
        because: 'Lost orders are in the log; it is the group that has passed over them.',
      },
      {
        says: 'None: auto-commit loses, it must go off',
        because: 'In the run kafkajs had it on, and lost nothing. It repeated three.',
        belief: 'W20',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'match',
    ask: 'Match what a consumer does with what a kill can do to it.',
    claim: 'dedupe-in-the-same-transaction-as-the-effect',
    pairs: [
      ['effect, then the position', 'the effect may be there twice'],
      ['position, then the effect', 'the effect may be missing'],
      ['note of the id, then the effect, then the position', 'the effect may be missing, although the position is not committed'],
      ['note and effect in one transaction, then the position', 'the record may come twice; the effect is there once'],
    ],
    because: 'Two acts have a moment between them. Only the last of the four has none that matters.',
  },
  {
    id: 'q8',
    kind: 'order',
    ask: 'Put in order what happens to one payment in a consumer that has each effect once.',
    claim: 'dedupe-in-the-same-transaction-as-the-effect',
    items: [
      'begin',
      'insert the id, on conflict do nothing',
      'if the id was new: charge',
      'commit in the database',
      'commit the offset in Kafka',
    ],
    because:
      'The database decides whether it happened; the offset in Kafka only saves work. Killed before the last line, the payment comes again and finds its id.',
  },
]);
