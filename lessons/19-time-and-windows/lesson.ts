import { atLeast, atMost, between, lesson } from '@proving/spec';

export default lesson({
  title: 'Time and windows',
  question: 'When is a window over?',
  part: 4,
  minutes: 50,
  after: ['11-storage', '17-streams-and-tables'],
  cluster: { shape: 'standard', services: ['streams'] },

  claims: {
    'buckets-are-arithmetic':
      'Which windows a record falls into follows from its time stamp alone: windows stand at whole multiples of their advance since 1970, the end belongs to the next one, and a session reaches as far as no silence in it is longer than the gap.',
    'stream-time-needs-data':
      'Stream time is the newest time stamp that a task has met in its partition. A later record of whichever key in that partition closes a window; the clock does not, and a record of another partition does not.',
    'one-clock-ahead-closes-everything':
      'One record with a time stamp from ahead closes every window of its partition that has its end and grace before it, and the right records behind it are dropped.',
    'late-is-a-decision':
      'A record is late when stream time has reached the end of its window and the grace: with a grace of ten seconds both latecomers of the story are counted, with none they are dropped, without an error.',
    'emit-each-or-final':
      'A count by window is said at each change, nine records here; said once, when its window is over, it is five records, and the newest window is not said at all until a later record comes.',
    'the-clock-is-not-replayed':
      'Counts by the time stamps of the records come out the same each time that the topic is read; counts by the clock of the reader come out in other windows.',
  },

  experiments: {
    '01-cut-in-pieces': {
      title: 'Nine views, cut in pieces',
      proves: 'buckets-are-arithmetic',
      arms: { treatment: 'touching', hopping: 'overlapping', sessions: 'sessions', guessed: 'from the first' },
      ask: 'Page a is viewed at seconds 1, 4, 10, 19, 20 and 25. Windows of ten seconds that touch: how many views of a are in the one from 10 to 20?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'One: 19', when: { counts: { 'a[10,20)': 1 } } },
          { says: 'Two: 10 and 19', when: { counts: { 'a[10,20)': 2 } } },
          { says: 'Three: 10, 19 and 20', when: { counts: { 'a[10,20)': 3 } } },
        ],
      },
      needs: [],
      budget: '120s',
    },
    '02-nobody-writes': {
      title: 'Then nobody writes',
      proves: 'stream-time-needs-data',
      arms: { treatment: 'b@10, here', elsewhere: 'b@10, elsewhere', silence: 'nothing' },
      ask: 'Two views of page a at seconds 1 and 4, ten minutes ago, and since then silence. A count is said when its window is over. What has been said of the window from 0 to 10?',
      predict: {
        kind: 'choice',
        about: 'silence',
        options: [
          { says: 'Two views: the window ended ten minutes ago', when: { over: { 'a[0,10)': 2 } }, belief: 'W58' },
          { says: 'Nothing', when: { over: {} } },
        ],
      },
      needs: [],
      budget: '120s',
    },
    '03-a-clock-ahead': {
      title: 'One clock is ahead',
      proves: 'one-clock-ahead-closes-everything',
      arms: { treatment: '40 min ahead', control: 'right', elsewhere: 'other partition' },
      ask: 'Six right views of page a, four of them behind a view from a phone whose clock is 40 minutes ahead. The grace is ten seconds. How many of the four are dropped?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'None: they are right, the phone is wrong', when: { dropped: 0 } },
          { says: 'Two, those of the window that was open', when: { dropped: between(1, 3) } },
          { says: 'All four', when: { dropped: atLeast(4) } },
        ],
      },
      needs: [],
      budget: '120s',
    },
    '04-two-come-late': {
      title: 'Two come late',
      proves: 'late-is-a-decision',
      arms: { treatment: 'grace 10 s', control: 'no grace' },
      ask: 'Of eleven views two come when stream time has left their windows, one of them by 0 and one by 9 seconds. How many of the eleven are counted without a grace?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'Eleven: a record is counted where it belongs', when: { counted: 11 }, belief: 'W59' },
          { says: 'Nine', when: { counted: 9 } },
          { says: 'None: it stops with an error', when: { counted: atMost(2) } },
        ],
      },
      needs: [],
      budget: '120s',
    },
    '05-each-or-final': {
      title: 'Each count, or the last',
      proves: 'emit-each-or-final',
      arms: { treatment: 'once, when over', control: 'each change' },
      ask: 'Nine views fall into six windows. A count is said once, when its window is over. How many records come out?',
      predict: {
        kind: 'choice',
        about: 'treatment',
        options: [
          { says: 'Nine', when: { records: 9 } },
          { says: 'Six: one for each window', when: { records: 6 } },
          { says: 'Five', when: { records: 5 } },
        ],
      },
      needs: [],
      budget: '120s',
    },
    '06-once-more': {
      title: 'Once more from the beginning',
      proves: 'the-clock-is-not-replayed',
      arms: { treatment: 'by the record', control: 'by the clock' },
      ask: 'Three views are counted by the clock of the program that reads them, in windows of one second. Then they are read once more. Are the counts the same?',
      predict: {
        kind: 'choice',
        about: 'control',
        options: [
          { says: 'Yes: the records are the same', when: { same: true } },
          { says: 'No', when: { same: false } },
        ],
      },
      needs: [],
      budget: '20s',
    },
  },

  refutes: ['W58', 'W59'],

  card: {
    drawing: `
 views         1   4       10  3   12      19      25
 window of 10  [0 ─────────)[10 ───────────)[20 ────
 stream time   1   4       10  10  12      19      25
                           │   └ late: [0,10) is over,
                           │     unless there is a grace
                           └ closes [0,10) for every key

 clock         asked by nobody`,
    remember: {
      'floor(time / advance) * advance': 'where the last window begins that a time stamp falls into',
      'end + grace <= stream time': 'when a window is over: a record says so, of the same partition',
      'dropped-records-total': 'what came too late: the one place where Kafka Streams says it',
      'suppress(untilWindowCloses)': 'one record for each window, and none for the newest until more comes',
    },
    interview:
      'A window is over when stream time, the newest time stamp seen in that partition, has passed its end and the grace. No clock is asked, so on a silent partition a window stays open, and one record from ahead closes all of them. Which window a record falls into is arithmetic on its time stamp, so a replay gives the same counts. Late records are dropped without an error; grace decides how late is late, and a final result waits just as long.',
  },
});
