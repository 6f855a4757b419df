import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'A producer with acks=1 hears "ok" for order 17. What is certain at that moment?',
    claim: 'acknowledged-survives',
    options: [
      {
        says: 'The leader has order 17 in its log.',
        right: true,
        because:
          'That is all that acks=1 asks for. In the run the last ten orders were on the leader alone, acknowledged, and gone with it.',
      },
      {
        says: 'The leader and at least one follower have it.',
        because:
          'Usually true a few milliseconds later, because followers fetch all the time. At the moment of the answer nobody has checked.',
      },
      {
        says: 'Any consumer can read it now.',
        because: 'Consumers read up to the high watermark, and it moves only when the in-sync followers have fetched the order.',
        belief: 'W12',
      },
      {
        says: 'It will survive the loss of one broker, because the topic has three replicas.',
        because: 'Three replicas exist; that all of them have this order is what acks=1 does not wait for.',
        belief: 'W55',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'number',
    ask: 'Forty payments are sent with acks=1, and all forty are acknowledged. From payment 26 on, no follower fetched any more, yet both still counted as in sync. The leader is killed and a follower takes over. How many acknowledged payments are gone?',
    claim: 'acknowledged-survives',
    answer: 15,
    tolerance: 0,
    unit: 'payments',
    because: 'Payments 26 to 40 existed on the leader alone. The new leader has 25, and its log is the log from now on.',
  },
  {
    id: 'q3',
    kind: 'one',
    ask: 'Replication factor 3, min.insync.replicas=2, all three in sync. One follower becomes slow but stays in sync. When does a send with acks=all get its "ok"?',
    claim: 'all-means-all-in-sync',
    options: [
      {
        says: 'When two replicas have the record.',
        because:
          'The tempting one: it takes the minimum for the number waited for. The minimum decides whether a send is accepted, not when it is answered.',
      },
      {
        says: 'When a majority of the replicas has it.',
        because: 'Two of three would be a majority as well. Kafka counts majorities for its metadata, not for your records.',
        belief: 'W11',
      },
      {
        says: 'When the slow one has it too, or has dropped out of the in-sync replicas.',
        right: true,
        because:
          'Every replica that is in sync is waited for. The frozen follower held the answer up; the stopped one, out of sync, did not.',
      },
      {
        says: 'When all three have it, in sync or not.',
        because: '"All" reads like all replicas. With one follower shut down the leader answered at once.',
        belief: 'W7',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'several',
    ask: 'Replication factor 3, min.insync.replicas=2. Two brokers are shut down, the leader of `orders` is the one that is left. Which of these succeed?',
    claim: 'min-isr-gates-visibility',
    options: [
      {
        says: 'Reading an order that was acknowledged yesterday with acks=all.',
        right: true,
        because: 'It is below the high watermark, and the leader serves it alone.',
      },
      {
        says: 'A send with acks=all.',
        because: 'One replica in sync is fewer than two: the leader refuses before it writes anything.',
      },
      {
        says: 'A send with acks=1, in the sense that it is acknowledged.',
        right: true,
        because: 'acks=1 asks the leader alone, and the leader has it. The minimum does not stop this send.',
      },
      {
        says: 'Reading the record that this acks=1 send has stored.',
        because:
          'The minimum holds the high watermark where it is: acknowledged, in the log, and not served to anybody until a follower is back.',
        belief: 'W8',
      },
    ],
  },
  {
    id: 'q5',
    kind: 'number',
    ask: 'min.insync.replicas=2, and the leader is alone in sync. Its log end offset is 55, its high watermark is 40. A consumer reads from the beginning as far as it gets. What is the offset of the last record it receives?',
    claim: 'min-isr-gates-visibility',
    answer: 39,
    tolerance: 0,
    unit: '',
    because: 'Records below the mark are served: offsets 0 to 39. Offsets 40 to 54 are stored and wait.',
  },
  {
    id: 'q6',
    kind: 'order',
    ask: 'The life of one record sent with acks=all, all replicas healthy. Put it in order.',
    claim: 'all-means-all-in-sync',
    items: [
      'The leader appends it; its log end offset moves.',
      'The followers fetch it and append it to their logs.',
      'The followers ask for the next offset, which tells the leader that they have it.',
      'The high watermark passes the record.',
      'The producer hears "ok".',
    ],
    because:
      'Followers pull. The leader learns what they have from what they ask for next; only then may the mark move, and the answer waits for the mark.',
  },
  {
    id: 'q7',
    kind: 'match',
    ask: 'A send with acks=all ends in one of four ways. What does each say about the log?',
    claim: 'no-answer-is-not-no',
    pairs: [
      ['ok', 'every replica in sync has it'],
      ['NOT_ENOUGH_REPLICAS', 'nothing was written'],
      ['NOT_ENOUGH_REPLICAS_AFTER_APPEND', 'the leader wrote it, and then too few were in sync'],
      ['the connection broke', 'written or not, nobody has said'],
    ],
    because:
      'Two of the four are answers one can rely on. AFTER_APPEND is an error for a record that is in the leader’s log; and of a broken connection only the log knows.',
  },
  {
    id: 'q8',
    kind: 'one',
    ask: 'The service that charges cards sends "charge order 812" to `payments` and gets a time-out. What may it conclude?',
    claim: 'no-answer-is-not-no',
    options: [
      {
        says: 'It was not stored; sending it again cannot do harm.',
        because:
          'In one of the two runs the record was in the log, with the same error on the producer’s side. Sent again, it is there twice.',
      },
      {
        says: 'It was stored; the broker was slow to say so.',
        because: 'In the other run the request never reached the broker, and the producer saw the same error.',
      },
      {
        says: 'Nothing yet: it must look, or send again in a way that a copy does no harm.',
        right: true,
        because:
          'The error is the same in both cases. Idempotent producers (lesson 09) and consumers that know a copy (lesson 16) make sending again safe.',
      },
      {
        says: 'With acks=all a time-out cannot have left anything behind.',
        because:
          'acks=all governs what is answered with "ok". The leader appends first and waits afterwards, so the record can be there without an answer.',
        belief: 'W55',
      },
    ],
  },
  {
    id: 'q9',
    kind: 'number',
    ask: 'A topic has four replicas on four brokers, min.insync.replicas=2, and is written with acks=all. How many of the four may be shut down while sends are still accepted?',
    claim: 'too-few-in-sync-refuses',
    answer: 2,
    tolerance: 0,
    unit: 'brokers',
    because:
      'Four minus two. The third loss leaves one in sync, fewer than the minimum, and the leader refuses. No majority is asked for.',
  },
  {
    id: 'q10',
    kind: 'one',
    ask: 'A service counts page views and sends each with acks=0. In the morning the dashboard is four percent short, and the log of the service shows no error. What do you say?',
    claim: 'no-answer-is-not-no',
    options: [
      {
        says: 'Somewhere on the way views were lost, and with acks=0 nobody could have told the service.',
        right: true,
        because:
          'The leader answers nothing: no offset and no error, whether it stored the record, refused it or never saw it. Whoever wants to know whether something is missing has to ask to be told.',
      },
      {
        says: 'The brokers dropped them on purpose: acks=0 has the lowest priority.',
        because: 'There are no priorities. A record that arrives is appended like any other.',
      },
      {
        says: 'They are in the log of the leader, and no follower has them.',
        because:
          'That is the loss of acks=1, when a leader dies. It may have happened here as well; with acks=0 even a record that never reached the leader looks like this.',
      },
      {
        says: 'kafkajs would have repeated them until they were stored.',
        because: 'A client repeats what failed. Without an answer nothing ever fails.',
      },
    ],
  },
]);
