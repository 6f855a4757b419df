import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'number',
    ask: 'A counter has worked off 40,000 orders of 2,000 customers. Each new count went to its changelog as a record of its own. No cleaner has come by yet. The process is killed. How many records does the next one read before its first order?',
    claim: 'a-changelog-restores-it',
    answer: 40000,
    tolerance: 0,
    unit: 'records',
    because:
      'One for each change. 2,000 is what compaction could bring it down to, and only in closed segments; the active one always keeps all its changes.',
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'Somebody creates the changelog of a counter by hand, with the defaults of the cluster: delete after a week. For months all is well, through every restart. Which customer will be counted wrong first?',
    claim: 'a-changelog-restores-it',
    options: [
      {
        says: 'The one who orders most',
        because: 'Whose count changes daily always has a young record in the changelog.',
      },
      {
        says: 'One who has not ordered for more than a week',
        right: true,
        because:
          'The last change of that count is old, and its segment may be deleted. After the next takeover the customer begins at 1, and the others are right.',
      },
      {
        says: 'Nobody, for as long as somebody orders each day: a segment goes only as a whole',
        because: 'New segments are begun, at the latest after a week, and then the old ones go.',
      },
      {
        says: 'All of them, a week after the start',
        because: 'What has changed since then is in the changelog. That is why nobody notices for so long.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'one',
    ask: 'A counter writes its output, then its changelog, then commits its position, without a transaction. It is killed after the output and before the changelog. What is wrong afterwards?',
    claim: 'counts-need-one-transaction',
    options: [
      {
        says: 'The count: it is one too high',
        because: 'State and position are both as they were before the order. The next process counts it as if for the first time.',
      },
      {
        says: 'The count: it is one too low',
        because: 'The order is read again, because its position was not committed.',
      },
      {
        says: 'The output has the same count twice; the count itself is right',
        right: true,
        because:
          'Output is written again, with the same value. Who folds it into a table sees no difference; who sends a mail for each record does.',
      },
      {
        says: 'Nothing',
        because: 'There are two records for one order in the output.',
      },
    ],
  },
  {
    id: 'q4',
    kind: 'match',
    ask: 'One order, three acts, no transaction. What is the count after the kill and the restart, compared with what is right?',
    claim: 'counts-need-one-transaction',
    pairs: [
      ['state written, position not', 'one too high'],
      ['position committed, state not written', 'one too low'],
      ['state and position written, output not', 'right, and nobody was told'],
    ],
    because:
      'Too high when the next process reads an order that the state has in it; too low when it passes over one that the state has not. Without output the count is right inside and unknown outside.',
  },
  {
    id: 'q5',
    kind: 'one',
    ask: 'The count, its change and the position are in one transaction, and the transactional id has the number of the process in it, so that no two are ever the same. A process is killed within a transaction. What does the next one find?',
    claim: 'counts-need-one-transaction',
    options: [
      {
        says: 'Everything as it should be: an unfinished transaction counts for nothing',
        because: 'It counts for nothing once somebody has ended it. Until then it is open.',
      },
      {
        says: 'An open transaction of a stranger: reading committed records, it comes no further in the changelog until that times out',
        right: true,
        because:
          'Only who comes with the same id ends what the dead one left. So the id names the task, and the successor takes it over before it reads.',
      },
      {
        says: 'A refusal: the group knows that the other one is dead',
        because: 'Group and transaction know nothing of each other here. Nobody is refused.',
      },
      {
        says: 'The position of the dead process',
        because: 'The position was in the transaction and shares its fate.',
      },
    ],
  },
  {
    id: 'q6',
    kind: 'number',
    ask: 'A changelog has 900 records when the counter is killed. A standby has copied 850 of them, and copies on while the session of the dead one runs out. Nothing more is written. How many records are left to read when it takes over?',
    claim: 'a-standby-shortens-the-gap',
    answer: 0,
    tolerance: 0,
    unit: 'records',
    because:
      'It reads the other 50 long before the session is over. What counts is how far it is when it takes over, and not when the other one died.',
  },
  {
    id: 'q7',
    kind: 'several',
    ask: 'After a crash your stream processor stands still for 50 seconds: 45 until the group notices, 5 to restore. You add a standby. Which of these are true?',
    claim: 'a-standby-shortens-the-gap',
    options: [
      {
        says: 'The five seconds become almost none.',
        right: true,
        because: 'What a warm copy has read need not be read again.',
      },
      {
        says: 'The 45 seconds become fewer.',
        because:
          'They are the session timeout. A copy of the state does not notice a death. Leaving properly does, or a shorter session.',
        belief: 'W54',
      },
      {
        says: 'The changelog is read by one process more, all the time.',
        right: true,
        because: 'That is what a standby is. It takes memory or disk for the state, too.',
      },
      {
        says: 'Without a changelog it would work as well.',
        because: 'The standby copies the changelog. It has no other way to know what the store holds.',
      },
    ],
  },
]);
