import { atLeast, atMost, lesson, not, oneOf } from '@proving/spec';

export default lesson({
  title: 'Transactions',
  question: 'What is exactly once, exactly?',
  part: 2,
  minutes: 50,
  after: ['05-offsets-and-delivery', '09-idempotence'],
  cluster: { shape: 'standard' },

  claims: {
    'read-committed-hides-aborted':
      'A record of an aborted transaction stays in the log with an offset of its own; a read_committed consumer passes over it, a read_uncommitted one delivers it. Every transaction also leaves a marker that takes an offset and is delivered to nobody.',
    'defaults-differ':
      'Who asks for no isolation level gets aborted records with Kafka’s own console consumer (the Java client’s default is read_uncommitted), and none with kafkajs (read_committed).',
    'kafkajs-leaks-an-aborted-record':
      'Where two transactions overlap in a partition and the one that began second is aborted first, a read_committed consumer of kafkajs 2.2.4 delivers the first one’s record although it was aborted; @platformatic/kafka does not.',
    'an-open-transaction-holds-everyone-back':
      'A read_committed consumer is served a partition up to the first record of its oldest open transaction: behind it even plain records and committed transactions wait, while the other half of such a transaction can already be read from another partition.',
    'consume-transform-produce-is-exact':
      'A consumer that writes its output and its position in one transaction makes exactly one visible output for each input, wherever it is killed; with the position committed after the transaction, a kill between the two makes a second one.',
    'the-first-transaction-takes-over':
      'A producer of kafkajs takes its transactional id over with its first `transaction()`, and not with `connect()`: after `connect()` alone, the transaction of its predecessor is open as before, and the predecessor can commit it.',
    'zombies-are-fenced':
      'A process that wakes up after a successor has taken over its transactional id can commit nothing any more; if each process has an id of its own, kafkajs commits both outputs.',
    'outside-effects-are-not-covered':
      'Aborting a transaction takes back its records and its positions and nothing else: a mail that was sent meanwhile stays sent and is sent again by the next try, and the consumer does not go back by itself.',
    'a-position-first-is-not-asked-again':
      'A transaction that follows another one at once may find it decided and not yet ended. kafkajs 2.2.4 asks again where the first act is a record; where it is `sendOffsets`, the call throws CONCURRENT_TRANSACTIONS.',
  },

  experiments: {
    '01-who-sees-it': {
      title: 'An order that was taken back',
      proves: 'read-committed-hides-aborted',
      arms: { treatment: 'read_committed', control: 'read_uncommitted' },
      ask: 'Into an empty partition go three orders, each in a transaction of its own; the second transaction is aborted. A read_committed consumer reads from offset 0. At which offset does it find order 3?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'At offset 1: what was aborted has left the log.', when: { order3At: 1 }, belief: 'W25' },
          { says: 'At offset 2: the aborted order keeps its place and is passed over.', when: { order3At: 2 }, belief: 'W25' },
          { says: 'Further on: there is more in this log than three orders.', when: { order3At: atLeast(3) } },
          { says: 'Nowhere: it stops at the aborted order.', when: { order3At: null } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '02-two-defaults': {
      title: 'Nobody asked for an isolation level',
      proves: 'defaults-differ',
      arms: { treatment: 'kafka-console-consumer', control: 'kafkajs' },
      ask: 'Order 2 was aborted, orders 1 and 3 were committed. Your kafkajs service does not see order 2. You look with kafka-console-consumer --from-beginning, and set nothing else. What does it print?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Orders 1 and 3, like the service.', when: { read: 'order 1, order 3' }, belief: 'W21' },
          { says: 'Orders 1, 2 and 3.', when: { read: 'order 1, order 2, order 3' } },
          { says: 'Order 1 only.', when: { read: 'order 1' } },
        ],
      },
      needs: ['cli'],
      budget: '60s',
    },
    '03-they-overlap': {
      title: 'Two at once, both taken back',
      proves: 'kafkajs-leaks-an-aborted-record',
      arms: { treatment: 'kafkajs', control: '@platformatic/kafka' },
      ask: 'Two transactions are open in one partition: order 1 is sent in the first, order 2 in the second. The second is aborted, then the first. Order 3 is sent plainly. What does a read_committed consumer of kafkajs deliver?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Order 3 only: both others were aborted.', when: { read: 'order 3' } },
          { says: 'Order 3, and an order that was aborted.', when: { read: oneOf('order 1, order 3', 'order 2, order 3') } },
          { says: 'All three: overlapping transactions cannot be told apart.', when: { read: 'order 1, order 2, order 3' } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '04-held-back': {
      title: 'Behind the slow one',
      proves: 'an-open-transaction-holds-everyone-back',
      arms: { treatment: 'read_committed', uncommitted: 'read_uncommitted', ended: 'slow one ended' },
      ask: 'Partition 0 holds order 1, then order 2 of a transaction that is still open, then order 3 of one that has committed, then order 5, sent plainly. Order 4, committed together with order 3, is in partition 1. What does a read_committed consumer get?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          {
            says: 'Orders 1, 3, 4 and 5: all but the one that is not committed.',
            when: { read: 'order 1, order 3, order 4, order 5' },
          },
          { says: 'Orders 1 and 5: a reader of transactions waits for them all.', when: { read: 'order 1, order 5' } },
          { says: 'Order 1 only: order 4 comes together with order 3 or not at all.', when: { read: 'order 1' }, belief: 'W17' },
          { says: 'Orders 1 and 4.', when: { read: 'order 1, order 4' } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '05-five-kills': {
      title: 'Killed at five places',
      proves: 'consume-transform-produce-is-exact',
      arms: { treatment: 'position inside', control: 'position outside' },
      ask: 'A transformer reads six orders and writes a label for each in a transaction. It commits its position in the group with the consumer, right after the transaction. It is killed five times, at five places. How many labels does a read_committed reader find in the end?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'Six: the labels are transactional.', when: { labels: 6 }, belief: 'W16' },
          { says: 'Seven: one place of the five is dangerous.', when: { labels: 7 } },
          { says: 'Eleven: each kill leaves a second label.', when: { labels: atLeast(8) } },
          { says: 'Five or fewer: a label dies with its process.', when: { labels: atMost(5) } },
        ],
      },
      needs: [],
      budget: '120s',
    },
    '06-when-it-takes-over': {
      title: 'The successor has connected',
      proves: 'the-first-transaction-takes-over',
      arms: { treatment: 'connect()', control: 'then transaction()' },
      ask: 'A packer has sent order 1 in a transaction and is not heard of any more. Its successor, with the same transactional id, calls connect() and waits until it returns. Then the first one wakes up and calls commit(). What becomes of order 1?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          {
            says: 'It was taken back when the successor connected: commit() is refused.',
            when: { itsCommit: not('went through'), counts: 0 },
          },
          { says: 'It counts: nobody has ended that transaction yet.', when: { itsCommit: 'went through', counts: 1 } },
          { says: 'commit() returns, and order 1 does not count all the same.', when: { itsCommit: 'went through', counts: 0 } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '07-the-zombie': {
      title: 'It was only asleep',
      proves: 'zombies-are-fenced',
      arms: { treatment: 'one transactional id', control: 'one id each' },
      ask: 'A process has sent the label for order 1, and freezes before it commits. A second one, with a transactional id of its own, takes over the partition and commits its label for order 1. Now the first wakes up and commits. How many labels for order 1 does a read_committed reader find?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'One: brokers of version 4 refuse a zombie.', when: { labels: 1 }, belief: 'W19' },
          { says: 'Two: nobody stops it.', when: { labels: 2 } },
          { says: 'None: the two of them abort each other.', when: { labels: 0 } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '08-the-mail': {
      title: 'The mail has gone out',
      proves: 'outside-effects-are-not-covered',
      arms: { treatment: 'mail posted, seek', inside: 'mail is a record', 'no-seek': 'mail posted, no seek' },
      ask: 'For each of three orders a packer writes a label and posts a mail, between begin and commit. Order 2 fails once, after its mail: the transaction is aborted, the packer seeks back and tries again. How many labels can be read in the end, and how many mails have gone out?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Three labels, three mails: exactly once.', when: { labels: 3, mails: 3 }, belief: 'W16' },
          { says: 'Three labels, four mails.', when: { labels: 3, mails: 4 } },
          { says: 'Four labels, four mails.', when: { labels: 4, mails: 4 } },
          { says: 'Two labels: order 2 is gone.', when: { labels: atMost(2) } },
        ],
      },
      needs: [],
      budget: '20s',
    },
    '09-nothing-but-a-position': {
      title: 'Nothing but a position',
      proves: 'a-position-first-is-not-asked-again',
      arms: { treatment: 'a position first', control: 'a record first' },
      ask: 'A transaction is committed, but one of its markers cannot be written yet, because the broker for it is away. The next transaction of the same producer begins with sendOffsets: this order needs no label. What does the call do?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'It waits until the first transaction has ended.', when: { act: 'done' } },
          { says: 'It throws.', when: { act: not('done') } },
        ],
      },
      needs: ['kill'],
      budget: '60s',
    },
  },

  refutes: ['W16', 'W17', 'W18', 'W19', 'W21', 'W25'],
  card: {
    drawing: `
  offset             0    1    2    3    4    5    6    7
  orders/0          ▌1    C   ▌2    A   ▌3   ▌4   ▌5    C
                                        │                   │
                     last stable offset 4    high watermark 8
  C commit marker  A abort marker  3 open  4 committed  5 plain

  read_committed    ▌1                  then waits for 3
  read_uncommitted  ▌1        ▌2        ▌3   ▌4   ▌5`,
    remember: {
      'isolation.level': 'read_committed in kafkajs and @platformatic/kafka, read_uncommitted in the Java client: write it down',
      'transaction.sendOffsets({ consumerGroupId, topics })': 'the position goes into the transaction, with autoCommit: false',
      'transactional.id': 'one for each piece of work, the same after a restart: a successor ends and fences its predecessor',
      'kafka-transactions --bootstrap-server … list': 'which transactions are open; the oldest holds the readers back',
    },
    interview:
      'A Kafka transaction makes records in several partitions and the consumer’s committed positions visible together or not at all to read_committed readers. So a loop that reads from Kafka, writes to Kafka and commits its position in the transaction is exact wherever it dies; a transactional id that survives the restart fences the predecessor. It is no isolation as a database knows it: readers see partitions one by one, and an open transaction holds them back. And whatever leaves Kafka, a mail, a charge, another database, is not in the transaction and needs idempotence of its own.',
  },
});
