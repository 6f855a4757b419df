import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { countByCountry, place, topic } from './by-country.ts';
import { countsBy, countsIn, lying, orders } from './shop.ts';

const [right, between] = [countsBy('country'), orders.length];

// The same eight orders are counted twice: by hand, and by Kafka Streams, which is to group
// by country and nothing else. Every count that was written is compared, and what lies in which
// partition of the topic between.
export default experiment(lesson, 'group-by-moves-data', {
  arms: { treatment: { through: 'a topic' }, straight: { through: 'nothing' } },

  async run({ through }, lab) {
    const placed = await place(lab);
    const twin = await topic(lab, 'counts-by-streams');
    // #region streams
    const settings = { input: placed.name, output: twin.name };
    const streams = await lab.kafkaStreams('ByCountry.java', settings);
    const { counts, moved } = await countByCountry(lab, placed, through);
    await streams.hasRead([placed]);
    const topicBetween = await lab.existing(`${streams.id}-by-country-repartition`);
    // #endregion
    const ours = countsIn(await lab.readAll(counts));
    const theirs = countsIn(await lab.readAll(twin));
    const [mine, its] = [await lab.readAll(moved), await lab.readAll(topicBetween)];
    return { ours, theirs, between: its.length, sameMoved: lying(mine) === lying(its) };
  },

  expect: {
    treatment: { ours: right, theirs: right, between, sameMoved: true },
    straight: { ours: countsBy('customer'), theirs: right, between, sameMoved: false },
  },
});
