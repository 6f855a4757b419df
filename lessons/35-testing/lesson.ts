import { lesson } from '@proving/spec';

export default lesson({
  title: 'Testing what uses Kafka',
  question: 'My tests are green. Would they be red if the code were wrong?',
  part: 8,
  minutes: 45,
  after: ['05-offsets-and-delivery', '07-acks-and-durability'],
  cluster: { shape: 'standard' },

  claims: {
    'a-mock-agrees-with-its-author':
      'A test whose mocked client knows of a commit only that it happened passes for a consumer that commits the wrong offset; the same test against brokers fails for it.',
    'a-test-that-passes-when-everything-fails':
      'An assertion inside a callback passes for code that never calls it; the same expectation, looked at when the work is over, fails for that code.',
    'a-shared-topic-answers-for-another':
      'On a topic that tests share, a test passes with the records of another test while the code under test writes none; on a topic of its own it fails.',
    'absence-needs-a-marker':
      'A test that waits for a fixed time and then says that nothing came passes on a machine that was slow; one that waits for a record behind it has seen all that came before, and fails where something did.',
    'one-broker-shows-no-loss':
      'Where each partition has one replica, a test that kills the broker passes for a producer with acks=1 as for one with acks=all; with three replicas, and the followers behind, it fails for acks=1.',
    'a-container-must-name-its-port-outside':
      'A test that starts a broker in a container can use it when the broker advertises the port that is published outside; when it advertises its port inside, clients find it, are sent elsewhere, and every test fails, for right code too.',
  },

  experiments: {
    '01-a-mock-agrees': {
      title: 'One test, against a mock and against brokers',
      proves: 'a-mock-agrees-with-its-author',
      arms: { treatment: 'mock', control: 'brokers' },
      ask: 'A test runs a packer, stops it, sends one more order and runs it again; each order must be shipped once. The broken packer commits the offset of the order that it has done, and not the next one. Kafka is a mock here, which plays the records of a real topic back. What does the test say of the broken packer?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'It passes: the mock does not care which offset was committed.', when: { right: 'passes', broken: 'passes' } },
          { says: 'It fails: the second packer gets an order again.', when: { right: 'passes', broken: 'fails' } },
          { says: 'It fails, for the right packer too: a mock cannot restart.', when: { right: 'fails' } },
        ],
      },
      needs: [],
      budget: '40s',
    },
    '02-asserted-in-a-callback': {
      title: 'An assertion in a callback',
      proves: 'a-test-that-passes-when-everything-fails',
      arms: { treatment: 'in ship', control: 'at the end' },
      ask: 'A test hands the packer a function `ship`, in which it asserts that each parcel is one of the three orders. It waits until the packer has done all three. The broken packer commits each order and ships none. What does the test say of it?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'It fails: no parcel came.', when: { right: 'passes', broken: 'fails' } },
          { says: 'It passes: no parcel came, so none was wrong.', when: { right: 'passes', broken: 'passes' } },
          { says: 'It fails for both: an assertion must not stand in a callback.', when: { right: 'fails' } },
        ],
      },
      needs: [],
      budget: '40s',
    },
    '03-another-tests-parcels': {
      title: 'Parcels of another test',
      proves: 'a-shared-topic-answers-for-another',
      arms: { treatment: 'one topic for all', control: 'a topic for each' },
      ask: 'Two tests use the topic `shipments`. The first has a right packer, and finds parcels for orders 1 to 3. Then the second runs, with a packer that ships nothing, and looks whether there is a parcel for each of orders 1 to 3. What does it say?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'It fails: its packer shipped nothing.', when: { broken: 'fails' } },
          { says: 'It passes: there is a parcel for each.', when: { broken: 'passes' } },
        ],
      },
      needs: [],
      budget: '40s',
    },
    '04-nothing-came-twice': {
      title: 'Nothing came twice',
      proves: 'absence-needs-a-marker',
      arms: { treatment: 'after half a second', control: 'after the marker' },
      ask: 'A packer is stopped and started again. The broken one ships order 3 a second time. The test waits for half a second, then asserts that order 3 was shipped once. The machine is busy: the leader of the topic stands still for that time. What does the test say of the broken packer?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'It fails: order 3 was shipped twice.', when: { right: 'passes', broken: 'fails' } },
          { says: 'It passes: the second parcel had not come yet.', when: { right: 'passes', broken: 'passes' } },
          { says: 'It fails for both: nothing was shipped in time.', when: { right: 'fails' } },
        ],
      },
      needs: ['freeze'],
      budget: '40s',
    },
    '05-one-broker': {
      title: 'What one broker can show',
      proves: 'one-broker-shows-no-loss',
      arms: { treatment: 'one replica', control: 'three replicas' },
      ask: 'A test sends ten orders while nobody follows the leader, kills the leader with SIGKILL, starts it again, and asserts that no acknowledged order is lost. It runs with one replica, as in most tests. The broken producer says acks=1. What does the test say of it?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'It fails: the broker died with what it had acknowledged.', when: { right: 'passes', broken: 'fails' } },
          { says: 'It passes: the broker has it all when it is back.', when: { right: 'passes', broken: 'passes' } },
          { says: 'It fails for acks=all too: there is only one copy.', when: { right: 'fails' } },
        ],
      },
      needs: ['kill', 'freeze'],
      budget: '60s',
    },
    '06-where-is-it': {
      title: 'A broker for this test alone',
      proves: 'a-container-must-name-its-port-outside',
      arms: { treatment: 'the port outside', control: 'the port inside' },
      ask: 'A test starts Kafka in a container. Its port is published on this machine under another number, and clients get that number as their bootstrap server. The broker advertises the port that it listens on inside. What does the test say of a right packer and of a broken one?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'It passes for the right one: the client has the right port.', when: { right: 'passes', broken: 'fails' } },
          { says: 'It fails for both: the client is sent to a port where nobody is.', when: { right: 'fails', broken: 'fails' } },
          { says: 'It passes for both.', when: { right: 'passes', broken: 'passes' } },
        ],
      },
      needs: [],
      services: ['engine'],
      budget: '120s',
    },
  },

  refutes: [],

  card: {
    drawing: `
                            right code     broken code
  a test                    passes         fails
  one that cannot fail      passes         passes
  one that cannot pass      fails          fails

  the second row looks like the first, until
  somebody breaks the code on purpose`,
    remember: {
      'break it, and run the test': 'a test that was never red has proved nothing; keep the broken version beside it',
      'a marker behind': 'send one more record and wait for it: then "nothing came" is something that was seen',
      'a topic and a group of its own': 'for each test, under a name that no other run has',
      'advertised.listeners': 'what a broker tells its clients; in a container the port outside, known when it runs',
    },
    interview:
      'A test is worth what it rejects, so I run it against a version that is broken on purpose. With Kafka four kinds cannot fail: a mock that believes what the author believes, an assertion in a callback that is never called, a topic in which another test’s records lie, and a fixed wait before saying that nothing came. I test against real brokers, in a container per suite, with a topic and a group per test; I wait for states, and for absence I wait for a marker behind. What only several brokers show, such as acks and the minimum of replicas in sync, needs several brokers.',
  },
});
