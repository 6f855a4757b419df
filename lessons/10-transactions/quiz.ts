import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'number',
    ask: 'An empty partition of payments gets a transaction of four records, which is committed, then one of two records, which is aborted, then one record sent plainly. Which offset will the next record get?',
    claim: 'read-committed-hides-aborted',
    answer: 9,
    tolerance: 0,
    unit: '',
    because:
      'Four records and a marker take 0 to 4, two aborted ones and a marker 5 to 7, the plain one 8. Seven records were sent, five are delivered to a read_committed consumer, and the end is 9.',
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'A service in Node.js (kafkajs) and a report in Java read the topic payments, both with the defaults of their clients. The report counts 12 payments more. What do you look at first?',
    claim: 'defaults-differ',
    options: [
      {
        says: 'Whether the service has lost records',
        because:
          'Possible, and hard to look for. The two clients read the same log by different rules until somebody says which; say it first.',
      },
      {
        says: 'The isolation level of the report',
        right: true,
        because:
          'The Java client reads aborted records unless told not to, kafkajs does not. Twelve aborted payments are counted on one side.',
      },
      {
        says: 'Whether producers retried and stored copies',
        because: 'Copies stand in the log for both readers. They would make both counts too high, not one of them.',
        belief: 'W15',
      },
      {
        says: 'Nothing: a topic written in transactions looks the same to every reader',
        because:
          'Transactions are a matter of how one reads. The aborted records are in the log, and each reader decides about them.',
        belief: 'W21',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'several',
    ask: 'Partition 0 of orders: offsets 0 to 9 are plain, offset 10 belongs to a transaction that has been open for a minute, behind it stand plain records and others of committed transactions. Partition 1 has no open transaction. What can a read_committed consumer get now?',
    claim: 'an-open-transaction-holds-everyone-back',
    options: [
      {
        says: 'Offset 9 of partition 0',
        right: true,
        because: 'The last stable offset is 10. What stands below it is served.',
      },
      {
        says: 'A plain record at offset 11 of partition 0',
        because:
          'It belongs to no transaction, and waits all the same: a partition is served in order, up to the last stable offset.',
      },
      {
        says: 'A record of a transaction that began later and has committed, at offset 12 of partition 0',
        because: 'It is committed, and stands behind an open one. Passing by would change the order of the partition.',
      },
      {
        says: 'The half of that committed transaction that stands in partition 1',
        right: true,
        because:
          'Each partition has a last stable offset of its own. A reader can see half of a transaction, and there is no snapshot over partitions.',
        belief: 'W17',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'one',
    ask: 'A group has read every order of a topic that is written in transactions. All is idle, and kafka-consumer-groups shows LAG 1 for every partition, all day. What is it?',
    claim: 'read-committed-hides-aborted',
    options: [
      {
        says: 'A record that the consumer cannot process',
        because: 'Then it would be delivered again and again, and the lag would grow. Here nothing is left to deliver.',
      },
      {
        says: 'The last commit marker',
        right: true,
        because:
          'It takes an offset and is delivered to nobody, so the position stays in front of it. Offsets are not a count, and a difference of offsets is not a number of records.',
        belief: 'W25',
      },
      {
        says: 'An open transaction',
        because:
          'That would hold back whatever is written behind it, and the lag would grow with it. A steady 1 in an idle topic is something that is not delivered.',
      },
      {
        says: 'An off-by-one: the consumer commits the last offset instead of the next',
        because:
          'That shows as a lag of 1 as well, but then a restart delivers the last order once more (lesson 05). Here a restart delivers nothing.',
      },
    ],
  },
  {
    id: 'q5',
    kind: 'order',
    ask: 'One round of a transformer that is exact wherever it is killed. Put it in order.',
    claim: 'consume-transform-produce-is-exact',
    items: [
      'The transactional id is taken over: what a predecessor left open is ended.',
      'The consumer joins its group and reads on from the committed position.',
      'A transaction begins, and the output is sent.',
      'The next position is handed to the transaction.',
      'The transaction is committed.',
    ],
    because:
      'The predecessor must be out of the way before its position is read. Output and position then share one fate, decided by one commit at the very end.',
  },
  {
    id: 'q6',
    kind: 'one',
    ask: 'A colleague writes the output in a transaction, commits it, and then calls consumer.commitOffsets. The process is killed between the two, and started again. What does a read_committed reader find?',
    claim: 'consume-transform-produce-is-exact',
    options: [
      {
        says: 'The output once: the transaction was committed',
        because:
          'It was, and nobody can take it back. But the position still says that the input is to be read, so it is read, and a second output is made.',
        belief: 'W16',
      },
      {
        says: 'The output twice',
        right: true,
        because:
          'Two acts, and a moment between them. In the run it was order 5, with a label from before the kill and another from after it.',
      },
      {
        says: 'No output: the restart aborts the transaction of the dead process',
        because: 'A restart under the same id ends what was left open. This transaction had been committed.',
      },
      {
        says: 'The output twice, unless the producer is idempotent',
        because:
          'Idempotence knows the retries of one session. The new process sends a new record, which happens to look like the old one.',
        belief: 'W15',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'Three processes of a kafkajs transformer share a topic of three partitions. One may stall for a minute, lose its partition to another, and wake up again. Which transactional id keeps the output exact?',
    claim: 'zombies-are-fenced',
    options: [
      {
        says: 'A random one at each start',
        because:
          'No successor ever comes with that id. What a dead process left open stays open until its time-out, and a zombie can commit.',
      },
      {
        says: 'The name of the host',
        because:
          'It survives a restart on that host. But the partition went to another host, with another id: nobody fences the zombie.',
      },
      {
        says: 'One made from the input partition: packing-orders-2',
        right: true,
        because:
          'Whoever takes over the partition takes over its id too, and that shuts out the one before. It costs one producer for each partition.',
      },
      {
        says: 'Any: brokers of version 4 tell the zombie by its group',
        because:
          'They do if the client tells them its generation, as the Java client does (KIP-447). kafkajs does not, and in the run both labels were committed.',
        belief: 'W19',
      },
    ],
  },
  {
    id: 'q8',
    kind: 'match',
    ask: 'Partition 0 of orders has seen an hour of transactions. What is at each of these positions?',
    claim: 'an-open-transaction-holds-everyone-back',
    pairs: [
      ['log start offset', 'the oldest record that has not been deleted'],
      ['last stable offset', 'where a read_committed consumer has to wait'],
      ['high watermark', 'where a read_uncommitted consumer has to wait'],
      ['committed offset', 'where a restarted group goes on'],
    ],
    because:
      'The last stable offset never passes the high watermark, and falls behind it while a transaction is open. The committed offset belongs to a group; the other three belong to the partition.',
  },
  {
    id: 'q9',
    kind: 'one',
    ask: 'A payment service reads orders, charges the card over HTTP, writes payments and commits its position, all between begin and commit of a transaction. How often is a card charged?',
    claim: 'outside-effects-are-not-covered',
    options: [
      {
        says: 'Exactly once: that is what the transaction is for',
        because:
          'The record in payments is there exactly once. The charge is no record; an abort or a kill leaves it standing, and the next try charges again.',
        belief: 'W16',
      },
      {
        says: 'Once or more',
        right: true,
        because:
          'Each try charges before it is known whether it counts. An idempotency key at the card service, or lesson 16, makes the second charge harmless.',
      },
      {
        says: 'At most once: an aborted transaction is not tried again',
        because: 'Its position is not committed either, so the order is read again, at the latest after a restart.',
      },
      {
        says: 'Exactly once if it charges after the commit',
        because:
          'Then a kill between commit and charge leaves an order that is marked as paid and was never charged. The moment has moved, it has not gone.',
      },
    ],
  },
  {
    id: 'q10',
    kind: 'one',
    ask: 'In eachMessage a transaction fails at order 2 and is aborted; the handler catches the error and returns. Which order does the running consumer get next?',
    claim: 'outside-effects-are-not-covered',
    options: [
      {
        says: 'Order 2: the abort has taken the position back',
        because:
          'It has thrown away the position that would have been committed. Where the running consumer reads is its own affair, and it reads on.',
        belief: 'W18',
      },
      {
        says: 'Order 3',
        right: true,
        because:
          'Nobody told it to go back. And when order 3 commits position 3, order 2 is passed over for good: seek, or let the error out.',
      },
      {
        says: 'Order 1: it starts over at the committed position',
        because: 'A restart would do that, from the position that was committed last. An abort restarts nothing.',
      },
      {
        says: 'None: the partition is locked until somebody decides',
        because: 'Aborting is the decision. Its marker is written, and reading and writing go on.',
      },
    ],
  },
]);
