import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'A service moves from the Java client to kafkajs. Both run with their default settings, acks=all on both sides. The team never had an order twice. What changes?',
    claim: 'a-lost-answer-duplicates',
    options: [
      {
        says: 'Nothing: the broker keeps copies out, whoever sends.',
        because:
          'The broker can only recognise what is numbered. Without a producer id and sequence numbers a repeat is a record like any other.',
        belief: 'W4',
      },
      {
        says: 'A lost answer now leaves a copy: kafkajs is not idempotent unless it is told to be.',
        right: true,
        because: 'Java turns idempotence on by default since 3.0, kafkajs does not. In the run its own retry stored order 2 twice.',
      },
      {
        says: 'Orders can get lost: kafkajs does not repeat a send by itself.',
        because: 'It does, five times by default. That is where the copy comes from.',
      },
      {
        says: 'Nothing, as long as acks=all waits for every in-sync replica.',
        because: 'acks=all says when the leader answers. The answer was given and got lost on its way back.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'An idempotent producer. The send of payment 31 throws a time-out; the program catches it and calls send again with the same payment. Both requests reached the leader. How often is payment 31 stored, if the client does not mix up its numbers?',
    claim: 'idempotent-is-not-your-retry',
    options: [
      {
        says: 'Once: the value is the same.',
        because:
          'The leader does not compare values. It compares producer id and sequence number, and the second send has new ones.',
        belief: 'W15',
      },
      {
        says: 'Twice: each call of send takes a number of its own.',
        right: true,
        because: 'To the client the second call is a new record. Three calls made three copies in the run.',
      },
      {
        says: 'Once, if the record has a key.',
        because: 'A key chooses the partition and nothing more. Copies of a keyed record lie in the same partition, both of them.',
      },
      {
        says: 'Not at all: the second send cancels the first.',
        because: 'Nothing that was stored is taken back. The first request was stored before its answer was missed.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'number',
    ask: 'Ten orders, sent by an idempotent kafkajs producer, each awaited. The answers to the fourth and the seventh are lost once each, and the client repeats both; no send fails. How many records are in the log?',
    claim: 'a-lost-answer-duplicates',
    answer: 10,
    tolerance: 0,
    unit: 'records',
    because:
      'Twelve requests, ten records: each repeat carried the number that the leader had already. Without idempotence it would be twelve.',
  },
  {
    id: 'q4',
    kind: 'match',
    ask: 'From producer id 9 the leader of a partition has the numbers 0 to 4. What does it do with the next request?',
    claim: 'order-survives-retries-only-with-sequence-numbers',
    pairs: [
      ['id 9, number 5', 'appends it, says ok'],
      ['id 9, number 4', 'appends nothing, says ok'],
      ['id 9, number 7', 'appends nothing, says OUT_OF_ORDER_SEQUENCE_NUMBER'],
      ['id 12, number 0', 'appends it, and begins to count for another producer'],
    ],
    because:
      'The next number is appended, a known one is answered and not written again, a gap is refused. A new id is a stranger, even when it is the same program after a restart.',
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'Orders must stay in order, and the producer is Java’s, with its default settings. A colleague sets max.in.flight.requests.per.connection=1 "because retries reorder". What does it bring?',
    claim: 'order-survives-retries-only-with-sequence-numbers',
    options: [
      {
        says: 'Order: with more in flight a retry comes after its successors.',
        because:
          'So it does, without numbers. With them the leader refuses the successors until the missing one is there, and all are sent again in order.',
        belief: 'W14',
      },
      {
        says: 'No more order than it had, and fewer requests at once.',
        right: true,
        because: 'Its default is idempotent with five in flight. The numbers keep the order; the setting only makes it wait.',
      },
      {
        says: 'Protection from copies.',
        because: 'One at a time keeps the order without numbers, and still stores a record twice when an answer is lost.',
      },
      {
        says: 'Nothing, because retries never reorder.',
        because: 'Unnumbered, with three in flight, order 2 was stored behind order 4.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'text',
    ask: 'The leader has number 11 of a producer, and number 13 arrives. Which error does it answer? (In capitals, as in the run.)',
    claim: 'order-survives-retries-only-with-sequence-numbers',
    accept: ['OUT_OF_ORDER_SEQUENCE_NUMBER', 'OUT_OF_ORDER_SEQUENCE', 'OutOfOrderSequenceNumber', 'OutOfOrderSequenceException'],
    because: 'Number 12 is missing. The leader writes nothing and waits for nobody: the producer has to send both again, in order.',
  },
  {
    id: 'q7',
    kind: 'several',
    ask: 'Which of these repeats does an idempotent producer keep out of the log?',
    claim: 'idempotent-is-not-your-retry',
    options: [
      {
        says: 'The client sends a request again, because the answer did not come in time.',
        right: true,
        because: 'The same producer, the same number: this is what the numbers are for.',
      },
      {
        says: 'A job is started again after a crash and sends its file from the beginning.',
        because: 'A new start gets a new producer id, and with it numbers from 0.',
      },
      {
        says: 'A customer presses "pay" twice, and the web server sends twice.',
        because: 'Two calls of send, two numbers. Only somebody who knows the payment can tell that it is the same.',
      },
      {
        says: 'A helper around send repeats it after an error, up to three times.',
        because: 'Each repeat by the helper is a new call. Leave the repeating to the client, which keeps the number.',
      },
    ],
  },
  {
    id: 'q8',
    kind: 'one',
    ask: 'An idempotent kafkajs producer has thrown a time-out for one order. What is the safe way to go on?',
    claim: 'kafkajs-can-lose-what-it-acknowledged',
    options: [
      {
        says: 'Go on with the next order: the failed one is known to be open.',
        because: 'The next order can get the number of the failed one. It is acknowledged as a repeat, and is not in the log.',
      },
      {
        says: 'Make a new producer, then go on.',
        right: true,
        because: 'It gets a new id and counts from 0, so nothing it sends can be taken for an older record.',
      },
      {
        says: 'Disconnect and go on: the order failed, so nothing is in the log.',
        because: 'A time-out is no answer. In the run the failed order was in the log.',
      },
      {
        says: 'Catch the error and send the order again; a copy is the worst that can happen.',
        because: 'Worse can happen: what this producer sends next may be acknowledged and not stored.',
      },
    ],
  },
  {
    id: 'q9',
    kind: 'one',
    ask: 'Five hundred page views wait to be sent by an idempotent kafkajs producer. Which code is both safe and fast?',
    claim: 'await-each-send-in-kafkajs',
    options: [
      {
        says: 'Promise.all over five hundred calls of send.',
        because: 'Many sends are open at once. One lost answer, and another view takes the number: acknowledged, not stored.',
      },
      {
        says: 'One send with five hundred messages.',
        right: true,
        because:
          'One call at a time is open, so no other send can come between a request and its repeat; and one request is far faster.',
      },
      {
        says: 'Five hundred sends, each awaited.',
        because: 'Safe, and slow: one request and one wait for the replicas for each view (lesson 08).',
      },
      {
        says: 'Promise.all, with retry: { retries: 0 }.',
        because: 'kafkajs refuses to make an idempotent producer that may not retry at all.',
      },
    ],
  },
]);
