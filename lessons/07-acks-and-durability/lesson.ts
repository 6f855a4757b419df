import { atMost, between, lesson, not } from '@proving/spec';

export default lesson({
  title: 'What "acknowledged" means',
  question: 'My producer heard "ok". What exactly was I promised?',
  part: 2,
  minutes: 40,
  after: ['02-topics-and-partitions'],
  cluster: { shape: 'standard' },

  claims: {
    'acknowledged-survives':
      'With acks=all and min.insync.replicas=2, a record that was acknowledged outlives its leader; with acks=1 it can die with it.',
    'all-means-all-in-sync':
      'With acks=all the leader waits for every replica that is in sync, even when min.insync.replicas of them have the record, and for no other.',
    'too-few-in-sync-refuses':
      'While fewer replicas are in sync than min.insync.replicas, a send with acks=all is refused and not stored; what was stored before can still be read.',
    'min-isr-gates-visibility':
      'While fewer replicas are in sync than min.insync.replicas, a record acknowledged with acks=1 is in the log, and no consumer can read it until enough replicas are back.',
    'no-answer-is-not-no': 'A send that got no answer may be in the log or not; the producer cannot know, only a read can tell.',
  },

  experiments: {
    '01-leader-dies-after-ok': {
      title: 'The leader says ok and dies',
      proves: 'acknowledged-survives',
      arms: { treatment: 'acks=all', control: 'acks=1' },
      ask: 'With acks=1 all twenty orders were acknowledged, the last ten while both followers stood still. Then the leader was killed, and the followers woke up. How many of the twenty can still be read?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'All twenty: they were acknowledged.', when: { lost: 0 }, belief: 'W55' },
          { says: 'Eleven to nineteen: a few of the last ten slipped through.', when: { lost: between(1, 9) } },
          { says: 'Ten: those that a follower had before it stood still.', when: { lost: 10 } },
          { says: 'None to nine: a killed leader takes older orders with it.', when: { lost: between(11, 20) } },
        ],
      },
      needs: ['kill', 'freeze'],
      budget: '30s',
    },
    '02-slow-or-dead': {
      title: 'One follower falls silent',
      proves: 'all-means-all-in-sync',
      arms: { treatment: 'frozen', control: 'shut down' },
      ask: 'Ten orders have been acknowledged. Now one follower is frozen; it still counts as in sync. Ten more are sent with acks=all. The leader and the other follower have them, min.insync.replicas is 2, and the leader may take 300 ms to answer. What does the producer hear?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Ok: two replicas have them, and two is the minimum.', when: { acknowledged: 20 } },
          { says: 'No: one of the three replicas is missing, so they are refused.', when: { acknowledged: 10, refused: 10 } },
          { says: 'Neither: the leader is still waiting for the third.', when: { acknowledged: 10, unanswered: 10 } },
        ],
      },
      needs: ['kill', 'freeze'],
      budget: '30s',
    },
    '03-too-few-in-sync': {
      title: 'One broker down, two brokers down',
      proves: 'too-few-in-sync-refuses',
      arms: { treatment: 'two down', control: 'one down' },
      ask: 'Ten orders are stored. Then two of the three brokers are shut down, and ten more are sent to the last one with acks=all. What becomes of the second ten, and can the first ten be read?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Acknowledged: every replica that is left has them.', when: { acknowledged: 20 } },
          { says: 'Not acknowledged, and not in the log. The first ten can be read.', when: { acknowledged: 10, readable: 10 } },
          {
            says: 'Not acknowledged, and yet in the log of the last broker, where they can be read.',
            when: { acknowledged: 10, readable: between(11, 20) },
          },
          { says: 'Not acknowledged, and reading stops as well.', when: { acknowledged: 10, readable: atMost(9) } },
        ],
      },
      needs: ['kill'],
      budget: '30s',
    },
    '04-acknowledged-unread': {
      title: 'Acknowledged, and not readable',
      proves: 'min-isr-gates-visibility',
      arms: { treatment: 'minimum 2', control: 'minimum 1' },
      ask: 'The leader is the only replica in sync, and min.insync.replicas is 2. Orders 6 to 10 are sent with acks=1 and acknowledged. Which orders can be read now, and which when the followers are back?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          {
            says: 'All ten at once: the minimum is a matter of acks=all only.',
            when: { readableAlone: between(6, 10) },
            belief: 'W8',
          },
          { says: 'Five now, all ten later.', when: { readableAlone: 5, readableTogether: 10 } },
          { says: 'Five now, and the other five never.', when: { readableAlone: 5, readableTogether: atMost(9) } },
          { says: 'Fewer than five now: without a second replica nothing is served.', when: { readableAlone: atMost(4) } },
        ],
      },
      needs: ['freeze'],
      budget: '30s',
    },
    '05-no-answer': {
      title: 'A send without an answer',
      proves: 'no-answer-is-not-no',
      arms: { treatment: 'answer lost', control: 'request lost' },
      ask: 'Order 1 went through. Order 2 reached the leader, but the network lost the answer; the producer gave up after its time-out and was told not to retry. What does the log hold?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Order 1 alone: the send of order 2 failed.', when: { told: not('ok'), stored: 1 } },
          { says: 'Both orders, although the send failed.', when: { told: not('ok'), stored: 2 } },
          { says: 'Order 2 twice: the client sent it again.', when: { told: not('ok'), stored: between(3, 9) } },
          { says: 'Both, and the client found out: the send succeeded in the end.', when: { told: 'ok' } },
        ],
      },
      needs: ['proxy'],
      budget: '30s',
    },
  },

  refutes: ['W3', 'W7', 'W8', 'W11', 'W12', 'W55'],

  card: {
    drawing: `
                              0         10        20
  broker 2  ●  leader         ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌  log end 20
  broker 1  ○  in sync        ▌▌▌▌▌▌▌▌▌▌▌▌▌▌        log end 14
  broker 3  ◌  out of sync    ▌▌▌▌▌▌▌▌              log end  8
                                            │ high watermark 14
  acks=1    ok when the leader has it       up to 20, unsafe
  acks=all  ok when all in sync have it     up to 14
  readers   see what is below the mark      up to 14`,
    remember: {
      'acks=all (-1)': 'ok only when every in-sync replica has the record; the other half of the promise is the minimum',
      'min.insync.replicas=2':
        'set on the topic: fewer in sync than this, and acks=all is refused, and nothing new becomes readable',
      'replicas − min.insync.replicas': 'brokers that may be down while acks=all is still accepted: 3 − 2',
      'kafka-topics --describe': 'leader, replicas and Isr of every partition, now',
    },
    interview:
      'acks says when the leader may answer: acks=1 when it has the record itself, acks=all when every in-sync replica has it. "In sync" may shrink to one, so acks=all means little without min.insync.replicas, below which the leader refuses. Three replicas, a minimum of two and acks=all keep every acknowledged record through the loss of one broker and go on writing; with two gone, writing stops and reading goes on. A time-out is neither yes nor no: the record may be there, so a retry needs idempotence or a consumer that knows the copy.',
  },
});
