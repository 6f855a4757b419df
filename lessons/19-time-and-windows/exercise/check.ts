import { atLeast, exercise, type Lab, type Topic } from '@proving/lab';
import type { Kafka } from 'kafkajs';
import lesson from '../lesson.ts';
import { compared, type Result, resultsIn } from './results.ts';
import { base, first, second, tell } from './story.ts';

interface Counting {
  readonly kafka: Kafka;
  readonly topic: string;
  readonly counts: string;
  readonly group: string;
}

// Two stories, one for each partition; the second is told when the first has been read. Kafka Streams counts the same topic.
export default exercise<Counting>(lesson, {
  async observe(program, lab) {
    const views = await lab.topic({ title: 'views', partitions: 2 });
    const counts = await lab.topic({ title: 'counts' });
    const twin = await lab.topic({ title: 'counts-by-streams' });
    const settings = { input: views.name, output: twin.name };
    const streams = await lab.kafkaStreams('PageViews.java', settings);
    const group = lab.group('counting');
    await tell(lab, views, first, 0);
    await program({ kafka: lab.kafka, topic: views.name, counts: counts.name, group });
    await isRead(lab, group, views);
    lab.step('the other partition is written to');
    await tell(lab, views, second, 1);
    await isRead(lab, group, views);
    await streams.hasRead([views]);

    const [own, theirs] = [await resultsIn(lab, counts), await resultsIn(lab, twin)];
    const evidence = [`by you: ${spelled(own)}`, `by Kafka Streams: ${spelled(theirs)}`];
    return { ...compared(own, theirs), evidence };
  },

  tasks: [
    {
      id: 'when-it-happened',
      title: 'a view is counted in the minute in which it happened',
      expect: { results: atLeast(1), otherMinutes: 0 },
      mistakes: {
        'from-the-first-view': {
          when: { offGrid: atLeast(1) },
          say: 'Your minutes begin with the first view that came. Those of everybody else begin at whole minutes, and so do those of your next run.',
        },
      },
      hints: [
        'Which time stands in the record, and which one does your program use?',
        'A view belongs where its time stamp says, and the windows stand on a grid (see 19.2).',
        'In `eachMessage`: `message.timestamp` is the time of the view, as a text.',
        '`Math.floor(Number(message.timestamp) / 60_000) * 60_000` is the beginning of its minute. The clock says only when you read it.',
      ],
    },
    {
      id: 'once-when-over',
      title: 'one result for each page and minute, when that minute is over',
      expect: { again: 0, early: 0 },
      mistakes: {
        'each-change': {
          when: { early: atLeast(1) },
          say: 'You send a count each time that it changes, and also those of minutes that are not over. Whoever reads them cannot tell which one is the last.',
        },
        'sent-again': {
          when: { again: atLeast(1), early: 0 },
          say: 'A view that came after its minute had been sent made a second result for the same minute, with a count that begins anew.',
        },
      },
      hints: [
        'When do you know that a minute will get no more views?',
        'Stream time says so: the newest time stamp so far. End and grace must not be above it (see 19.3 and 19.5).',
        'In `eachMessage`: raise stream time, then look which of the kept minutes are over. A view whose own minute is over is left out.',
        'Keep the counts in a Map, and send and delete those with `start + 60_000 + 30_000 <= streamTime`. Test the view in the same way before it is counted.',
      ],
    },
    {
      id: 'as-kafka-streams',
      title: 'the results are those of Kafka Streams',
      expect: { missing: 0, tooFew: 0, tooMany: 0 },
      mistakes: {
        'one-time-for-all': {
          when: { silent: atLeast(1) },
          say: 'The other partition is far behind, and nothing was said of its pages: its views were taken for late. Stream time is the time of one partition.',
        },
        'no-grace': {
          when: { silent: 0, tooFew: atLeast(1) },
          say: 'Some minutes have too few views: those that came late, but within half a minute, are not among them.',
        },
        'one-view-too-late': {
          when: { tooFew: 0, tooMany: atLeast(1) },
          say: 'A minute has a view too many. It came when stream time had just reached the end and the grace, and then the minute is over.',
        },
      },
      hints: [
        'Which view is counted by one of you and not by the other? Both results are printed below.',
        'Look at the three numbers in `end + grace <= stream time`, and at whose time it is (see 19.3).',
        'Where does your stream time live: once in the program, or once for each partition?',
        'A Map from partition to its own stream time and counts; `eachMessage` says the partition. With a grace of 30_000, and `<=`.',
      ],
    },
  ],
});

/** A program that reads by another group, or commits nothing, is looked at as it is then. */
async function isRead(lab: Lab, group: string, views: Topic): Promise<void> {
  const all = (await lab.readAll(views)).length;
  const done = async () => {
    const lags = await lab.lagOf(group, views);
    return lags.reduce((sum, { committed }) => sum + (committed ?? 0), 0) === all;
  };
  await lab
    .eventually('your program has read all views', done, { giveUpAfter: '15s' })
    .catch(lab.noted);
}

const spelled = (results: readonly Result[]) =>
  results
    .map(([window, views]) => `${inSeconds(window)}=${views}`)
    .join(' ')
    .slice(0, 300) || 'nothing';

/** `a@60` for page a and the minute that begins 60 s after the story. */
const inSeconds = (window: string) =>
  window.replace(/ (\d+)$/, (_, start) => `@${(Number(start) - base) / 1_000}`);
