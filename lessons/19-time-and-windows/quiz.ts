import { quiz } from '@proving/spec';

export default quiz([
  {
    id: 'q1',
    kind: 'number',
    ask: 'Windows of 15 minutes that touch. The first view of the day came at 09:07 UTC. At which minute past nine does its window begin?',
    claim: 'buckets-are-arithmetic',
    answer: 0,
    tolerance: 0,
    unit: 'minutes',
    because:
      'Windows stand at whole multiples of 15 minutes since 1970: at 09:00, 09:15 and so on, whenever the first record comes.',
  },
  {
    id: 'q2',
    kind: 'one',
    ask: 'Counts per minute are said when a minute is over. The last view of the evening came at 22:41:30. At 23:00 somebody misses the count of 22:41. What has happened?',
    claim: 'stream-time-needs-data',
    options: [
      {
        says: 'The program has crashed; a minute is over after a minute',
        because: 'It runs, and waits. By its own time it is still 22:41:30.',
      },
      {
        says: 'Nothing newer has come, so stream time stands within that minute',
        right: true,
        because: 'The first view of the morning will close it, and then the count comes.',
      },
      {
        says: 'The grace is too long',
        because: 'A shorter grace closes a window with an earlier record. Here there is none at all.',
      },
    ],
  },
  {
    id: 'q3',
    kind: 'several',
    ask: 'A window from 10:00 to 10:01 is open, without grace, in a task of partition 2. Which of these close it?',
    claim: 'stream-time-needs-data',
    options: [
      { says: 'a record of the same key at 10:01:00 in partition 2', right: true, because: 'The end belongs to the next window.' },
      {
        says: 'a record of another key at 10:05 in partition 2',
        right: true,
        because: 'Stream time is one for all keys of the task.',
      },
      { says: 'a record at 10:05 in partition 1', because: 'That is another task, with a time of its own.' },
      { says: 'a restart of the program at 10:05', because: 'It asks no clock when it starts, either.' },
    ],
  },
  {
    id: 'q4',
    kind: 'one',
    ask: 'Since 14:10 the counts of a third of all pages are almost zero. There are three partitions, no errors, no lag. At 14:50 all is well again, by itself. What do you look for?',
    claim: 'one-clock-ahead-closes-everything',
    options: [
      {
        says: 'A broker that was down for forty minutes',
        because: 'Then there would be errors or lag: records would wait, and be counted later.',
      },
      {
        says: 'A record of 14:10 whose time stamp says 14:50',
        right: true,
        because:
          'It closed all windows up to 14:50 in its partition, and what came behind it was dropped until time had caught up.',
      },
      {
        says: 'A hot key that blocked its partition',
        because: 'That would make lag, and the counts would be right in the end.',
      },
    ],
  },
  {
    id: 'q5',
    kind: 'match',
    ask: 'Windows of ten seconds that touch, grace 5 s. Stream time is 17. Match a record with what becomes of it.',
    claim: 'late-is-a-decision',
    pairs: [
      ['a@16', 'counted in [10,20), behind an open window nothing is late'],
      ['a@9', 'dropped: 10 and 5 make 15, and stream time has passed it'],
      ['a@26', 'counted in [20,30), and stream time is 26 from now on'],
    ],
    because:
      'A window is over when its end and the grace are not above stream time. The newest time stamp moves it, and never back.',
  },
  {
    id: 'q6',
    kind: 'one',
    ask: 'A test of a program with suppress sends views at seconds 1, 2 and 3 and waits for the count of the window from 0 to 10. It waits for ever. What is missing?',
    claim: 'emit-each-or-final',
    options: [
      {
        says: 'Ten seconds of patience',
        because: 'They change nothing: no clock closes a window.',
      },
      {
        says: 'A record with a time stamp of 10 or more, in the same partition',
        right: true,
        because: 'It moves stream time to the end of the window; with a grace it must be later by as much.',
      },
      {
        says: 'A smaller commit interval',
        because: 'That empties caches sooner. What suppress keeps back is kept until the window is over.',
      },
    ],
  },
  {
    id: 'q7',
    kind: 'one',
    ask: 'A program counts orders per day by `new Date()` in its handler. After a fault it reads the last three days again. What does it find?',
    claim: 'the-clock-is-not-replayed',
    options: [
      {
        says: 'The same three days as before: the orders are the same',
        because: 'The orders are. But the day that it counts them in is the day on which it reads them.',
      },
      {
        says: 'One day, today, with the orders of three',
        right: true,
        because: 'By the clock all of them are of today. By the time stamps of the records they would lie where they belong.',
      },
      {
        says: 'Nothing: orders that old are dropped as late',
        because: 'Late is measured against stream time, and by its clock none of them is late.',
      },
    ],
  },
]);
