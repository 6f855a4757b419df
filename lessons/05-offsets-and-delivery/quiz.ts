import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'one',
    ask: 'A worker charges a card, then commits. It is killed after the charge and before the commit. What does the next worker do with this order?',
    claim: 'commit-after-repeats',
    options: [
      {
        says: 'It gets the order again and charges again, unless it can tell that this was done.',
        right: true,
        because: 'The position still names this order. Kafka hands it over once more, and knows nothing of cards.',
      },
      {
        says: 'It goes on with the next one: the order was delivered.',
        because: 'A delivery moves no position. Only a commit does, and there was none.',
      },
      {
        says: 'Nothing: the broker keeps the order locked for the dead worker.',
        because:
          'A partition is locked for nobody. When the dead member’s session is over, another one owns it, from the position on.',
      },
      {
        says: 'It gets every order since the last rebalance again.',
        because: 'It begins at the committed offset, whatever happened to the group. All that was committed stays done.',
      },
    ],
  },
  {
    id: 'q2',
    kind: 'number',
    ask: 'A worker packs one order after the other and commits once for every hundred, when all hundred are packed. It has committed offset 300, has packed the orders at offsets 300 to 339, and is killed. How many orders are packed twice?',
    claim: 'commit-after-repeats',
    answer: 40,
    tolerance: 0,
    unit: 'orders',
    because:
      'The next worker begins at offset 300. What was done since the last commit is done again: at most a hundred here, at most one where each order is committed.',
  },
  {
    id: 'q3',
    kind: 'one',
    ask: 'kafkajs with autoCommit, as it comes. Which handler can lose an order when its process is killed?',
    claim: 'commit-before-loses',
    options: [
      {
        says: 'async ({ message }) => { await pack(message) }',
        because:
          'kafkajs commits what the handler has returned from, and this one returns when the order is packed. It repeats, and loses nothing.',
        belief: 'W20',
      },
      {
        says: 'async ({ message }) => { pack(message) }',
        right: true,
        because: 'It returns while the order is still being packed. To the client that is done, and it commits.',
      },
      {
        says: 'Both: auto-commit follows a clock, not the work.',
        because: 'In kafkajs the clock only says when to commit. What is committed is what the handler has returned from.',
        belief: 'W20',
      },
      {
        says: 'Neither: a killed process cannot commit any more.',
        because: 'It need not: in the run the commit had gone out long before the kill, for seven orders that nobody had packed.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'number',
    ask: 'A worker has done everything up to the record at offset 41, and that one too. Which offset does it commit?',
    claim: 'commit-means-next',
    answer: 42,
    tolerance: 0,
    unit: '',
    because: 'The committed offset names the record to be read next. With 41, the last one would be done again at every start.',
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'Every night a job is restarted, and every morning one order is found packed twice. In between, nothing goes wrong. What do you look at first?',
    claim: 'commit-means-next',
    options: [
      {
        says: 'At the offset that it commits: is it the one after the last?',
        right: true,
        because: 'One repeat at each start, and none otherwise, is what committing the last offset looks like.',
      },
      {
        says: 'At fromBeginning: it makes each start read again.',
        because: 'It is not looked at while there is a position. And it would repeat everything, not one order.',
        belief: 'W23',
      },
      {
        says: 'At retention: it may be too short.',
        because: 'Retention makes records go. It brings none back.',
      },
      {
        says: 'At the producer: it may send one order twice.',
        because: 'Two copies would have two offsets, and would come at any hour. This comes with the restart.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'several',
    ask: 'A consumer subscribes with fromBeginning: false, or auto.offset.reset=latest. In which of these cases is that looked at?',
    claim: 'reset-only-without-a-position',
    options: [
      {
        says: 'The group reads this topic for the first time.',
        right: true,
        because: 'It has no position yet: a newcomer.',
      },
      {
        says: 'The group comes back after an hour, with a position.',
        because: 'It goes on there. Where it would begin is a question that it no longer has.',
        belief: 'W23',
      },
      {
        says: 'The group was empty for three weeks, on brokers with default settings.',
        right: true,
        because: 'Its positions were dropped after seven days. The topic is still there, and the group is a newcomer.',
        belief: 'W24',
      },
      {
        says: 'The position points at records that retention has deleted.',
        right: true,
        because: 'It is there, and not valid any more. The last run of the lesson shows what follows.',
      },
      {
        says: 'A worker was killed before it had ever committed.',
        right: true,
        because:
          'To read is not to commit: the group still has no position, and what came in before is skipped. The exercise has this trap.',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'A consumer with auto.offset.reset=latest was off over a long weekend, and retention has deleted records that it had not read. On Tuesday it runs, its lag is 0, and no error was raised. What has it missed?',
    claim: 'gaps-are-silent',
    options: [
      {
        says: 'Nothing: with a lag of 0 everything has been read.',
        because: 'Lag is the distance from the position to the end. The position was moved to the end.',
        belief: 'W26',
      },
      {
        says: 'What was deleted, and nothing else.',
        because: 'That is so with earliest. With latest it starts at the end, and passes over what is left as well.',
      },
      {
        says: 'What was deleted, and what was still in the log when it started.',
        right: true,
        because:
          'Its position was out of range, so it went where it is told to begin: to the end. In the run that passed over ten records that could be read.',
      },
      {
        says: 'It cannot run: an offset that is out of range is an error.',
        because: 'It is one between the broker and the client. The client deals with it by itself, and the program is not told.',
      },
    ],
  },
  {
    id: 'q8',
    kind: 'match',
    ask: 'Match what a worker does with what a kill can do to it.',
    claim: 'commit-before-loses',
    pairs: [
      ['packs, then commits offset + 1, one by one', 'one order may be packed twice, none is lost'],
      ['commits offset + 1, then packs, one by one', 'one order may be lost, none is packed twice'],
      ['packs all of a batch, then commits the batch', 'any order of the batch may be packed twice'],
      ['starts to pack, and lets auto-commit commit', 'any order of the batch may be lost'],
    ],
    because:
      'Which comes first decides between repeating and losing; how much is done between two commits decides how much. No order of two acts has neither.',
  },
]);
