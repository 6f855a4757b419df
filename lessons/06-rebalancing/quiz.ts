import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: "A kafkajs handler parses files of 40 MB, 50 s for each, synchronously. The session timeout is 30 s, and the log says again and again that the coordinator does not know the member. What does the group's committed offset do?",
    claim: 'a-blocked-event-loop-loses-the-partition',
    options: [
      {
        says: 'It advances by one per file: slow, but it gets on',
        because:
          'The file is parsed, and then the commit comes from somebody who is no member any more. The next round begins at the same file.',
      },
      {
        says: 'It stands still',
        right: true,
        because: 'No round ends within the session, so none can commit. Work is done all day long, and none of it counts.',
      },
      {
        says: 'It advances as soon as heartbeat() is called by a setInterval',
        because: 'A timer needs the event loop, and the parser has it. The timer fires when the file is parsed, 20 s too late.',
      },
      {
        says: 'It jumps to the end of the log, because the group is new each time',
        because:
          'The group is the same; its member is new. A group without a committed offset begins where its consumer says, as before.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'A kafkajs service awaits a call of 40 s for each record, with a session timeout of 30 s. It has run for a year on five brokers. One night a broker is replaced, leaders move, and since then it is thrown out all the time. What has changed?',
    claim: 'idle-brokers-hide-a-slow-handler',
    options: [
      {
        says: 'The new broker has a shorter session timeout',
        because: 'In the classic protocol each client names its own when it joins. It did not change.',
      },
      {
        says: 'Every broker has records for it now; before, one had none and kept it alive',
        right: true,
        because:
          'kafkajs beats after each empty fetch. As long as one broker had nothing, that was every few seconds. It had been too slow from the first day.',
      },
      {
        says: 'await blocks the event loop when a broker is far away',
        because: 'An await never blocks the loop. It is a matter of who sends heartbeats while it lasts, and here nobody did.',
      },
      {
        says: 'Nothing that the service could help: rebalances follow a change of leaders for a while',
        because: 'A change of leaders is no reason for a rebalance: members and partitions are the same.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'several',
    ask: 'A handler takes up to four minutes for a record, all of it awaited in short steps. Which of these keep its member in the group, and let the group notice a crash within a minute?',
    claim: 'idle-brokers-hide-a-slow-handler',
    options: [
      {
        says: 'kafkajs: sessionTimeout of five minutes',
        because: 'It stays, and so does a dead one, for five minutes. The group cannot tell the two apart.',
        belief: 'W30',
      },
      {
        says: 'kafkajs: sessionTimeout of 30 s, and await heartbeat() between the steps',
        right: true,
        because: 'The longest silence is one step. Whoever dies is missed after 30 s.',
      },
      {
        says: 'Java: session.timeout.ms of 45 s, max.poll.interval.ms of five minutes',
        right: true,
        because: 'A thread sends the heartbeats; the second setting says how long the work may take. A crash ends the thread.',
      },
      {
        says: 'Java: session.timeout.ms of five minutes, and the rest as it is',
        because: 'The heartbeats were never the trouble there. It makes the group wait five minutes for the dead.',
        belief: 'W30',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'number',
    ask: 'A consumer under KIP-848 asks for a session of 10 s. Its group has no setting of its own, and the brokers have the defaults of Kafka, not those of this course. The machine loses its power. After how many seconds does the coordinator give its partitions away?',
    claim: 'leaving-is-faster-than-dying',
    answer: 45,
    tolerance: 5,
    unit: 's',
    because:
      "The group's setting counts, and where there is none the brokers': 45 s, counted from the last heartbeat, which comes every 5 s. The client's 10 s are not heard, and the new protocol sees a crash no sooner than the old one.",
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'At each deployment, all orders of a group stop for half a minute. kubectl sends SIGTERM, and after 30 s SIGKILL. The service, on kafkajs with its defaults, handles neither. What helps first?',
    claim: 'leaving-is-faster-than-dying',
    options: [
      {
        says: 'Upgrade the brokers to Kafka 4: rebalances are incremental there',
        because:
          'The client chooses the protocol, and kafkajs knows the classic one alone. Brokers of version 4 speak it as before.',
        belief: 'W28',
      },
      {
        says: 'Move to KIP-848: it detects a dead member at once',
        because: 'It detects nothing sooner. In the run, the killed member held its partition for the whole session there, too.',
        belief: 'W54',
      },
      {
        says: 'On SIGTERM, await consumer.disconnect()',
        right: true,
        because:
          'A process without a handler ends on SIGTERM without a word, and its partitions wait for its session. disconnect() says it.',
      },
      {
        says: 'A longer session timeout, so that the group bears the restart',
        because:
          'A new process is a new member; the old one is waited for longer. It would help a static member, which kafkajs has not.',
        belief: 'W30',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'number',
    ask: 'A classic group in kafkajs with a session timeout of 60 s: five members, all idle except one, whose handler has 20 s to go and does not call heartbeat(). A sixth member comes. For how many seconds do the four idle ones get no records, about?',
    claim: 'one-slow-member-stops-everyone',
    answer: 20,
    tolerance: 3,
    unit: 's',
    because:
      'They join again at their next heartbeat, and then wait for the last one, which joins when its handler has returned. Had the handler called heartbeat(), that call would have thrown, and the wait would have been over sooner.',
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'A static member of a classic group has a session timeout of 60 s. It is killed, and its replacement, with the same group.instance.id, joins after 20 s. What do the others notice, and what of its orders?',
    claim: 'static-members-come-back',
    options: [
      {
        says: 'Nothing; its orders waited for 20 s',
        right: true,
        because: 'Within the session its partitions stay its own. That spares the others, and nobody works for it meanwhile.',
      },
      {
        says: 'Nothing; its orders were taken over at once and came back to it',
        because: 'A take-over is a rebalance, and that is what the name prevents. You cannot have both.',
      },
      {
        says: 'One rebalance: the coordinator sees a new process',
        because: 'It sees a known name, and replaces the old member by the new one. Only a stranger makes a rebalance.',
      },
      {
        says: 'Two: one when it was killed and one when it came back',
        because: 'That would be so after its session: after 60 s, not after 20.',
      },
    ],
  },
  {
    id: 'q8',
    kind: 'match',
    ask: 'Match what is seen with what is behind it.',
    claim: 'one-slow-member-stops-everyone',
    pairs: [
      ['one member joins every few seconds, with the same record', 'its handler is silent for longer than its session'],
      ['orders of a few partitions wait for half a minute at each deployment', 'processes end without leaving the group'],
      ['everybody stops when a member comes, for as long as the longest handler runs', 'a classic rebalance waits for all members'],
      ['a member comes, and only the partitions that it gets change hands', 'the group runs under KIP-848'],
    ],
    because: 'Who is hit, and for how long, tells the four apart: one member, a few partitions, everybody, hardly anybody.',
  },
  {
    id: 'q9',
    kind: 'several',
    ask: 'Brokers and clients have been upgraded to Kafka 4, configuration untouched. Which of these are true?',
    claim: 'one-slow-member-stops-everyone',
    options: [
      {
        says: 'Java consumers use KIP-848 now',
        because: 'The brokers offer it. Clients go on in the classic protocol until group.protocol=consumer is set.',
        belief: 'W28',
      },
      {
        says: 'kafkajs consumers use KIP-848 now',
        because: 'kafkajs has had no release since 2023, and knows the classic protocol only.',
        belief: 'W28',
      },
      {
        says: 'A rebalance stops the world, whatever the configuration',
        because: 'The eager one does. Cooperative ones have moved only what must move since 2.4, and KIP-848 calls nobody at all.',
        belief: 'W27',
      },
      {
        says: 'A consumer that is moved to KIP-848 has its session timeout set at the group or the brokers from then on',
        right: true,
        because: 'In the run the client had asked for three seconds and the brokers were set to six. Six it was.',
      },
    ],
  },
]);
