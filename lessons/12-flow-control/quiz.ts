import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'eachMessage awaits 200 ms of work for each order, and nothing is queued beside it. A sale puts a million orders into the topic within minutes. What happens in the consumer?',
    claim: 'a-bounded-consumer-stays-bounded',
    options: [
      {
        says: 'Its memory grows: the brokers send what they have.',
        because: 'Brokers send nothing unasked. The next fetch leaves when the records of the last one are worked off.',
      },
      {
        says: 'Nothing new: it asks for the next records when it is done with these. The million waits in the log.',
        right: true,
        because:
          'To await the work is to hold back. A queue of your own takes that away, and then you have to give it a bound yourself.',
      },
      {
        says: 'It skips records, to stay near the end.',
        because: 'A consumer goes on at its position. Nothing is skipped because it is slow; only retention could take it away.',
      },
      {
        says: 'The producers are slowed down.',
        because: 'No producer knows of a consumer. Only the broker’s disk, and retention, are between them.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'A Java consumer puts what it polls into a queue without a bound, for workers. It runs out of memory. Somebody sets max.poll.records from 500 to 50. What does that change?',
    claim: 'a-bounded-consumer-stays-bounded',
    options: [
      {
        says: 'The brokers send a tenth of the bytes.',
        because:
          'A fetch is measured in bytes (max.partition.fetch.bytes, fetch.max.bytes). max.poll.records portions out what has been fetched, and does not touch the fetching (Kafka docs, Consumer Configs).',
      },
      {
        says: 'The queue holds at most 50 records.',
        because: 'One poll gives at most 50, and the next one 50 more. Nothing stops the polls.',
      },
      {
        says: 'It fills more slowly at best: what is missing is to pause the partitions while the queue is full.',
        right: true,
        because: 'In the run, a handler that only queued took all sixty. What held the other one at ten was pause().',
      },
      {
        says: 'Nothing at all happens: the setting is for producers.',
        because:
          'It is a consumer’s setting, of the Java client. kafkajs has none like it: eachBatch is given what one fetch brought.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'one',
    ask: 'A slow handler was given twenty workers: an order goes to the next free one. Now and then a customer’s "cancel" is done before her "order". What is the smallest repair?',
    claim: 'per-key-concurrency-keeps-order',
    options: [
      {
        says: 'One worker: order and concurrency exclude each other.',
        because: 'Only for one key. The order of two customers’ orders means nothing to either of them.',
      },
      {
        says: 'A record waits until the one before it with the same key is done; other keys do not wait.',
        right: true,
        because: 'That is one lane for each key. In the run it kept four at work at once, and none in the wrong order.',
      },
      {
        says: 'Twenty partitions in place of one.',
        because: 'Inside each, the workers would overtake each other as before. And existing keys would move (lesson 03).',
      },
      {
        says: 'acks=all and an idempotent producer.',
        because: 'In the log the two stand in the right order. They are overtaken behind the log, in the consumer.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'number',
    ask: 'A consumer with lanes has taken the orders at offsets 20 to 29. All are done, except those at 23 and 27. Which offset may it commit?',
    claim: 'the-oldest-unfinished-is-the-position',
    answer: 23,
    tolerance: 0,
    unit: '',
    because:
      'Everything below 23 is done, and 23 is the next that must be read after a crash. 24 to 29 except 27 would then be done twice; with 28 or 30, unfinished orders would be lost.',
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'autoCommit is off. A semaphore lets ten orders be in work at once, and as each is done the program commits its offset + 1. What is wrong?',
    claim: 'the-oldest-unfinished-is-the-position',
    options: [
      {
        says: 'Nothing: each commit comes after its effect.',
        because: 'After its own effect. But a commit says that everything below it is done, and nine others are still in work.',
      },
      {
        says: 'A quick order commits past a slow one, and a crash then loses the slow one.',
        right: true,
        because: 'Order 5 and order 9 went that way in the run. Work may end in any order; the position must not jump.',
      },
      {
        says: 'Ten commits at once are refused by the coordinator.',
        because: 'It takes them all, and the last to arrive counts, even if it goes backwards.',
      },
      {
        says: 'The semaphore blocks the heartbeats.',
        because: 'Work that is awaited leaves the event loop free. Lesson 06 has the cases in which heartbeats stop.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'one',
    ask: 'Night traffic is one order in ten seconds. To spare the brokers, somebody sets fetch.min.bytes to 1 MB; fetch.max.wait.ms stays at 500. What do the night’s customers notice?',
    claim: 'small-fetches-wait',
    options: [
      {
        says: 'Nothing: an order is delivered when it comes.',
        because: 'With 1 byte it would be. Now a single order is too little for an answer.',
      },
      {
        says: 'Orders arrive up to half a second late.',
        right: true,
        because: 'The broker waits for more until the fetch has been open for 500 ms, and then answers with what there is.',
      },
      {
        says: 'An order may wait for hours, until 1 MB has come together.',
        because: 'The other setting ends the wait: whichever comes first.',
      },
      {
        says: 'Orders below 1 MB are refused.',
        because: 'It is a least amount for an answer, not for a record.',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'A group reads a topic that is written in transactions. For hours nothing has come in, and its lag is 1. What is to be done?',
    claim: 'lag-is-three-numbers',
    options: [
      {
        says: 'Restart the consumer: it is stuck in front of the last record.',
        because:
          'There is no record in front of it. What lies there is the marker of the last transaction, and no consumer is given that.',
        belief: 'W26',
      },
      {
        says: 'Nothing. Behind the last record there is a marker, which takes an offset.',
        right: true,
        because: 'The packer of the run had done all ten orders, and its lag was 1. An alert on "not 0" would ring every night.',
      },
      {
        says: 'Set isolation.level to read_uncommitted: a transaction is still open.',
        because: 'Markers are given to no reader, whatever its level. And an open transaction would be another matter (lesson 10).',
      },
      {
        says: 'Skip the record by hand.',
        because: 'Who moves positions by hand to please a dashboard will one day skip a record that is real.',
        belief: 'W26',
      },
    ],
  },
  {
    id: 'q8',
    kind: 'several',
    ask: 'Page views: lag 40,000, the oldest 9 seconds old. Payments: lag 12, the oldest 50 minutes old. Both lags have been the same for an hour. Which of these can be said?',
    claim: 'lag-is-three-numbers',
    options: [
      {
        says: 'Page views need help first: 40,000 is more than 12.',
        because: 'They are nine seconds behind. At some thousands a second that is what is under way.',
        belief: 'W26',
      },
      {
        says: 'Somebody has been waiting for a payment for 50 minutes.',
        right: true,
        because: 'The age of the oldest record is the time that somebody has waited. It needs no knowledge of the traffic.',
      },
      {
        says: 'A lag that stays the same does not mean that nothing moves.',
        right: true,
        because: 'Page views come in as fast as they are read: the lag stands still and the position runs.',
      },
      {
        says: 'A threshold of 1,000 for every topic would have found the trouble.',
        because: 'It would have rung for the page views and been silent for the payments.',
        belief: 'W26',
      },
    ],
  },
  {
    id: 'q9',
    kind: 'match',
    ask: 'Lag has jumped. Match what you see with what you do about it.',
    claim: 'lag-is-three-numbers',
    pairs: [
      [
        'every partition lags, and each order takes longer than yesterday',
        'ask what the handler waits for; lanes, a cache, a bulk call',
      ],
      ['every partition lags, orders take as long as ever, more come in', 'more members, up to the number of partitions'],
      ['one partition lags, the others are at their ends', 'look at its keys: one is hot, or one record does not get done'],
      ['lag in steps: it stands still for seconds, then falls', 'look for rebalances: deployments, sessions, slow handlers'],
      ['bytes in rise, records in do not', 'look at what the producers put into a record now'],
    ],
    because:
      'Lag is what came in less what was done. So ask which of the two has changed, and whether for all partitions or for one; only the second row is cured by members alone.',
  },
  {
    id: 'q10',
    kind: 'one',
    ask: 'One consumer reads escalations and analytics. Analytics has a backlog of hours, and an escalation must be seen within a second. What gives escalations the way?',
    claim: 'a-bounded-consumer-stays-bounded',
    options: [
      {
        says: 'A higher priority of the topic.',
        because: 'Topics have none, and no record has one. A fetch asks for partitions, and brokers answer by their offsets.',
      },
      {
        says: 'A consumer of their own, in a group of their own.',
        right: true,
        because:
          'Then nothing is in front of them but themselves. The backlog of analytics stays in its own log, where it costs nobody a second.',
      },
      {
        says: 'More partitions for escalations.',
        because: 'The same handler would still be at work on analytics when they come.',
      },
      {
        says: 'A header "urgent" on each record.',
        because: 'It is read when the record is read: after everything in front of it.',
      },
    ],
  },
]);
