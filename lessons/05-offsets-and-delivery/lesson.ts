import { atLeast, atMost, between, lesson } from '@proving/spec';

export default lesson({
  title: 'Offsets and delivery',
  question: 'My consumer committed. What exactly was promised, and to whom?',
  part: 1,
  minutes: 40,
  after: ['01-the-log'],
  cluster: { shape: 'standard' },

  claims: {
    'commit-after-repeats':
      'A worker that commits after the effect, and dies between the two, has that order done again by whoever comes next; none is lost.',
    'commit-before-loses':
      'What is committed before its effect is done is never done if the worker dies in between; a handler that does not wait for its work makes auto-commit do that.',
    'commit-means-next':
      'The committed offset is the offset of the record to be read next: a worker that commits the offset of the record it has done gets that record again at its next start.',
    'reset-only-without-a-position':
      'Where to begin (fromBeginning, auto.offset.reset) is asked only where the group has no valid committed offset; a position that was dropped makes the group a newcomer.',
    'gaps-are-silent':
      'When the log has been cut past a group’s position, the consumer goes on at the beginning or at the end of what is left, as it was told, and the program is told nothing of the gap.',
  },

  experiments: {
    '01-killed-in-between': {
      title: 'Killed between two acts',
      proves: 'commit-after-repeats',
      arms: { treatment: 'packs, then commits', control: 'commits, then packs' },
      ask: 'A packer packs each order, then commits it. Order 4 is packed, and before it is committed the process is killed. A second packer takes over under the same group. What has become of the ten orders?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Each is packed once: Kafka knows what was delivered.', when: { twice: 0, never: 0 }, belief: 'W16' },
          { says: 'Order 4 is packed twice.', when: { twice: 1, never: 0 } },
          { says: 'Order 4 is never packed.', when: { never: atLeast(1) } },
          { says: 'Several are packed twice: the second packer begins at the start.', when: { twice: atLeast(2), never: 0 } },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '02-who-awaits': {
      title: 'Auto-commit and the handler',
      proves: 'commit-before-loses',
      arms: { treatment: 'starts the work', control: 'awaits the work' },
      ask: 'kafkajs commits by itself. The handler starts to pack an order and returns at once. Three orders are packed, then the table is jammed, and the process is killed. A second packer, with a good table, takes over, and order 11 comes in. How many of the eleven are never packed?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None: what is not done yet is not committed yet.', when: { never: 0 } },
          { says: 'One: order 4, which was on the table.', when: { never: 1 } },
          { says: 'Seven: orders 4 to 10.', when: { never: 7 } },
          { says: 'Two to six: a commit comes now and then.', when: { never: between(2, 6) }, belief: 'W20' },
        ],
      },
      needs: [],
      budget: '60s',
    },
    '03-the-next-one': {
      title: 'This one or the next',
      proves: 'commit-means-next',
      arms: { treatment: 'commits offset + 1', control: 'commits offset' },
      ask: 'A packer commits the offset of each order that it has done. It works through orders 1 to 5 and leaves, comes back for order 6, leaves, and comes back for order 7. Nobody is killed. How many deliveries are repeats?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'None: it commits what it has processed.', when: { redelivered: 0 }, belief: 'W22' },
          { says: 'Two: one each time it comes back.', when: { redelivered: 2 } },
          { says: 'One: the first return repeats an order, then it is settled.', when: { redelivered: 1 } },
          { says: 'Three or more.', when: { redelivered: atLeast(3) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '04-back-from-holiday': {
      title: 'Back from holiday',
      proves: 'reset-only-without-a-position',
      arms: { treatment: 'dropped, beginning', kept: 'kept, beginning', end: 'dropped, end' },
      ask: 'The packers have read ten orders and left. Five more come in. The packers return, their code says fromBeginning: true, and their position is still there. Then order 16 comes in. How many orders do they get after their return?',
      predict: {
        kind: 'choice',
        about: 'kept',
        options: [
          { says: 'Sixteen: they asked for the beginning.', when: { gotAfter: 16 }, belief: 'W23' },
          { says: 'Six: they go on where they stopped.', when: { gotAfter: 6 } },
          { says: 'One: what came in meanwhile has passed.', when: { gotAfter: atMost(1) } },
          { says: 'Some other number.', when: { gotAfter: between(2, 5) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
    '05-the-log-was-cut': {
      title: 'The log was cut',
      proves: 'gaps-are-silent',
      arms: { treatment: 'fromBeginning: false', control: 'fromBeginning: true' },
      ask: 'A packer has done three of twenty orders when it is switched off. The ten oldest are deleted, as retention would. It is switched on again, with the default fromBeginning: false, and order 21 comes in. What does it do?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'It stops with an error: its offset is gone.', when: { told: atLeast(1) } },
          { says: 'It goes on with order 11, the oldest that is left.', when: { told: 0, read: 11 } },
          { says: 'It goes on with order 21, and says nothing.', when: { told: 0, read: 1 } },
          { says: 'It begins somewhere in between.', when: { told: 0, read: between(2, 10) } },
        ],
      },
      needs: [],
      budget: '30s',
    },
  },

  refutes: ['W20', 'W22', 'W23', 'W24'],

  card: {
    drawing: `
  orders/0   done                     in work   waiting
             ▌  ▌  ▌  ▌  ▌  ▌  ▌       ▌        ▌  ▌  ▌
             0  1  2  3  4  5  6       7        8  9 10
                                       ^
                                       committed offset 7: next

  effect, then commit   killed in between: 7 is done again
  commit, then effect   killed in between: 7 is never done
  no position, or one that the log has cut off: fromBeginning`,
    remember: {
      'commitOffsets([{ topic, partition, offset }])':
        'the offset of the record to be read next: message.offset + 1, after the effect',
      'autoCommit: true (the default)': 'kafkajs commits what the handler has returned from, so the handler awaits its work',
      'subscribe({ fromBeginning: true })': 'where to begin without a valid position; auto.offset.reset=earliest elsewhere',
      'kafka-consumer-groups --describe --all-groups': 'committed offset, end of the log and lag of each group',
    },
    interview:
      'A commit is a bookmark: the group goes on at this offset, the one after the last record done. It says nothing about the work, so the order of effect and commit decides what a crash does: effect first repeats (at least once), commit first loses (at most once). Auto-commit in kafkajs commits what the handler has returned from; it loses only what was not awaited. The reset policy is asked only when there is no valid committed offset: for a new group, after seven empty days, or when retention has cut past the position, and then nobody tells the program.',
  },
});
