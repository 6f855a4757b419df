import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'The tests of a consumer use a mocked client and are green. A colleague changes the offset that is committed from `offset + 1` to `offset`, and they stay green. What does that tell?',
    claim: 'a-mock-agrees-with-its-author',
    options: [
      {
        says: 'Both are right: Kafka takes either',
        because: 'Brokers start the next member at the offset that was committed, so the last order comes again.',
      },
      {
        says: 'The mock gives no meaning to the number, so the tests cannot either',
        right: true,
        because: 'What a commit means is decided by brokers. The mock knows as much of it as the one who wrote it.',
      },
      {
        says: 'The mock has a bug, a good one would have caught it',
        because: 'Only a mock whose author knows the right number, and then the code would have had it too. Nobody asked Kafka.',
      },
      {
        says: 'The tests need an assertion that commitOffsets was called',
        because: 'It was called, once for each order, before the change and after it.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'one',
    ask: '`eachMessage: async ({ message }) => { expect(message.value).toEqual(order) }`, and then the test ends with `await consumer.run(…)` and `await consumer.disconnect()`. When is it red?',
    claim: 'a-test-that-passes-when-everything-fails',
    options: [
      {
        says: 'When a wrong value comes',
        because: 'The handler throws into the client, which waits and tries again. The test hears nothing of it.',
      },
      {
        says: 'When no message comes',
        because: 'Then the assertion never runs, and a test without a failed assertion passes.',
      },
      {
        says: 'Never for what is in the topic',
        right: true,
        because: '`run` returns when the consumer has begun. No message: no assertion. A wrong one: an error in the client.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'several',
    ask: 'Two test files use the topic `shipments` and run after each other. What keeps the second from passing with the records of the first?',
    claim: 'a-shared-topic-answers-for-another',
    options: [
      {
        says: 'a topic of its own, under a name that no other test and no other run has',
        right: true,
        because: 'There is nothing in it but what its own code wrote.',
      },
      {
        says: 'a consumer group of its own',
        because: 'A new group that begins at the beginning reads the other test’s records first of all.',
      },
      {
        says: 'order ids that are made anew for each test, and an assertion on exactly these',
        right: true,
        because: 'A record of the other test cannot have them. This works on a topic that cannot be had alone, too.',
      },
      {
        says: 'an assertion that at least three records are there',
        because: 'The three of the first test are at least three.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'one',
    ask: 'A test waits for 5 seconds and asserts that the dead-letter topic is empty. Once in fifty runs it should have failed, and did not. What mends it?',
    claim: 'absence-needs-a-marker',
    options: [
      {
        says: 'Wait for 30 seconds',
        because: 'It passes wrongly less often, and costs 30 seconds each time. A slower machine undoes it.',
      },
      {
        says: 'Send one more record behind, wait until its effect is there, then look',
        right: true,
        because: 'In one partition the consumer is past everything before the marker. "Empty" is then something that was seen.',
      },
      {
        says: 'Run it three times and take the worst',
        because: 'Three times nothing was seen. Nobody has looked after the work was done.',
      },
      {
        says: 'Poll the topic until it is empty',
        because: 'It is empty at the first look, before anything has happened. That passes sooner, and as wrongly.',
      },
    ],
  },
  {
    id: 'q5',
    kind: 'number',
    ask: 'A test runs on one broker. Its topic has `min.insync.replicas=2`, and the producer says acks=all. The test sends 10 orders. How many are acknowledged?',
    claim: 'one-broker-shows-no-loss',
    answer: 0,
    tolerance: 0,
    unit: 'orders',
    because:
      'One broker can hold one replica, and one in sync is fewer than two, so each send is refused. On one broker the minimum has to be 1, and then acks=all waits for nobody else.',
  },
  {
    id: 'q6',
    kind: 'match',
    ask: 'Match what a test should find with the least that it needs.',
    claim: 'one-broker-shows-no-loss',
    pairs: [
      ['an order with a negative amount is refused', 'no Kafka: a function and a value'],
      ['after a restart no order is done twice', 'one broker, and a second consumer in the group'],
      ['an acknowledged order outlives its leader', 'three brokers, of which one is killed'],
    ],
    because:
      'The smallest thing that can be wrong in the way you fear. What Kafka decides needs a broker, what replicas decide needs several.',
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'A test starts Kafka in a container. `describeCluster` on the bootstrap address gets an answer; `send` fails with "connection refused" at another port. Where do you look?',
    claim: 'a-container-must-name-its-port-outside',
    options: [
      {
        says: 'Kafka is not ready yet; wait longer',
        because: 'It has answered already, with the address of the broker. That address is the trouble.',
      },
      {
        says: 'The port is not published',
        because: 'The first answer came through it.',
      },
      {
        says: 'At `advertised.listeners`: the broker names a port that exists only inside',
        right: true,
        because: 'A client asks the bootstrap address where the leader is, and goes there. It was told the port inside.',
      },
      {
        says: 'At the topic: it has no leader',
        because: 'Then the broker would say so. Nobody was there to say anything.',
      },
    ],
  },
  {
    id: 'q8',
    kind: 'order',
    ask: 'A bug was found in production. Put in order what makes sure that its test can fail.',
    claim: 'a-test-that-passes-when-everything-fails',
    items: [
      'write the test that should find it',
      'run it against the code with the bug, and see it fail',
      'read its message: it fails for the reason that was meant',
      'mend the code, and see it pass',
      'keep the broken version, so that the test can be asked again',
    ],
    because: 'A test that was first run after the mending was never red, and nobody knows whether it can be.',
  },
]);
