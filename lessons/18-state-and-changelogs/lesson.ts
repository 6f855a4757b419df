import { atLeast, between, lesson } from '@proving/spec';

export default lesson({
  title: 'State and changelogs',
  question: 'Where does state live when the process dies?',
  part: 4,
  minutes: 50,
  after: ['10-transactions', '11-storage', '17-streams-and-tables'],
  cluster: { shape: 'standard' },

  claims: {
    'a-changelog-restores-it':
      'A store of which every change is also a record of a compacted topic comes back after a kill: the next process folds that topic and goes on counting. It reads one record for each change that is still there, not one for each key; and in a topic that deletes by age, changes with old time stamps are gone, and so is the count.',
    'counts-need-one-transaction':
      'Written as three acts, output, state and position leave a wrong count behind: with the position last, a kill between state and position counts an order twice; with the position first, a kill before the state loses one. In one transaction the count is right, wherever the kill comes.',
    'a-standby-shortens-the-gap':
      'A process that takes over reads the changelog before its first record: all of it, or, if it has kept a copy up to date, only what the copy has not read yet.',
  },

  experiments: {
    '01-changelog': {
      title: 'Killed after three orders',
      proves: 'a-changelog-restores-it',
      arms: { treatment: 'as written', cleaned: 'compacted', byAge: 'deleted by age', unread: 'not read' },
      ask: 'A counter has counted three orders, two by ada and one by bob, and is killed. Each new count was also a record of its changelog, a compacted topic that no cleaner has come to yet. The next counter reads the changelog first. How many records does it read?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: '2: compaction keeps one for each customer', when: { read: 2 }, belief: 'W36' },
          { says: '3: one for each change', when: { read: 3 } },
          { says: 'None: the count died with the process', when: { read: 0 } },
          { says: 'More than 3', when: { read: atLeast(4) } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '02-one-transaction': {
      title: 'Two orders each, three kills',
      proves: 'counts-need-one-transaction',
      arms: { treatment: 'one transaction', positionLast: 'position last', positionFirst: 'position first' },
      ask: 'Ada, Bob and Cy order twice each. For each order the counter writes the new count, then the change of its store, then commits its position. It is killed once after each of these acts: at an order of Ada’s, of Bob’s, and of Cy’s. Which count is wrong in the end?',
      predict: {
        kind: 'choice',
        about: 'positionLast',
        options: [
          { says: 'None: at least once is good enough for a count', when: { ada: 2, bob: 2, cy: 2 }, belief: 'W60' },
          { says: 'Bob’s, killed after the state: 3', when: { ada: 2, bob: 3, cy: 2 } },
          { says: 'Ada’s and Bob’s: 3 each', when: { ada: 3, bob: 3, cy: 2 } },
          { says: 'All three', when: { ada: 3, bob: 3, cy: 3 } },
        ],
      },
      needs: [],
      budget: '90s',
    },
    '03-standby': {
      title: 'A copy kept warm',
      proves: 'a-standby-shortens-the-gap',
      arms: { treatment: 'copies always', behind: 'copies the first 60', none: 'no copy' },
      ask: 'A hundred orders of twenty customers have been counted, and the counter is killed. A second one had copied its changelog, and stood still after sixty changes. How many records must it read before it can go on?',
      predict: {
        kind: 'choice',
        about: 'behind',
        options: [
          { says: 'None: it has a copy', when: { read: 0 } },
          { says: '20: the last change of each customer', when: { read: between(1, 39) } },
          { says: '40', when: { read: 40 } },
          { says: '100: a copy that is behind is of no use', when: { read: 100 } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '04-on-the-jvm': {
      title: 'Without its disk',
      proves: 'a-changelog-restores-it',
      arms: { treatment: 'with a changelog', unlogged: 'without' },
      ask: 'Kafka Streams has counted ada, bob and ada. It is killed, and the folder with its store is deleted. Started again, it counts cy and ada. Its program says nothing of a changelog. Which count does it write last?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'ada 3', when: { theirs: 'ada 1, bob 1, ada 2, cy 1, ada 3' } },
          { says: 'ada 1: the store was in that folder', when: { theirs: 'ada 1, bob 1, ada 2, cy 1, ada 1' } },
        ],
      },
      needs: [],
      services: ['streams'],
      budget: '120s',
    },
    '05-at-any-moment': {
      title: 'At any moment',
      proves: 'counts-need-one-transaction',
      arms: { treatment: 'one transaction', positionLast: 'position last', positionFirst: 'position first' },
      ask: 'Three tasks count the orders of three customers, and commit the position last. One has just written an output, one a change of its store, one has committed a position, each at an order that was drawn, when their process is killed. The next one takes over, and each customer orders once more. How many of the three counts are too high?',
      predict: {
        kind: 'choice',
        about: 'positionLast',
        options: [
          { says: 'None.', when: { tooMany: 0 } },
          { says: 'One: that of the task whose change was written and whose position was not.', when: { tooMany: 1 } },
          { says: 'Two: those of all tasks that had not committed.', when: { tooMany: 2 } },
          { says: 'All three.', when: { tooMany: 3 } },
        ],
      },
      needs: [],
      budget: '60s',
    },
  },

  refutes: ['W36', 'W60'],
  card: {
    drawing: `
 orders ▌▌▌▌    task 0    counts             ada 1  bob 1  ada 2
        ────▶   store  ─▶ counts-changelog   ada 1  bob 1  ada 2
                          position           1      2      3
                          └── one transaction, or none of it ──┘
 killed:  the next one reads counts-changelog, then goes on at 3
 standby: it has read it already`,
    remember: {
      'cleanup.policy=compact': 'for a changelog; deleting by age forgets what has not changed for long, or is about long ago',
      'output + changelog + position': 'in one transaction; processing.guarantee=exactly_once_v2 in Kafka Streams',
      'transactional id = name of the task': 'a successor ends what its predecessor left, then reads changelog and position',
      'num.standby.replicas': 'in Kafka Streams 0 unless set: how many copies of each store are kept warm',
    },
    interview:
      'A stream processor keeps its state beside it, in memory or on its disk, and writes every change to a compacted topic, the changelog. Who takes over reads that topic and has the state; it costs one record for each change that compaction has left. Output, changelog and position must move together: as separate acts, a kill between state and position counts twice, and the other way round it loses one. Kafka Streams does it in one transaction with exactly_once_v2. A standby reads the changelog all the time, so that a takeover reads what is left. When the takeover begins is a matter of the session, not of the state.',
  },
});
