import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { changesOfStreams, committed, counters, reaches } from './counters.ts';

const [kept, lost] = ['ada 1, bob 1, ada 2, cy 1, ada 3', 'ada 1, bob 1, ada 2, cy 1, ada 1'];

// Five orders are counted by hand and by Kafka Streams: three, then both are killed, and what
// Kafka Streams had on its disk is thrown away; then two. With a changelog, and without one.
export default experiment(lesson, 'a-changelog-restores-it', {
  arms: { treatment: { changelog: 'kept' }, unlogged: { changelog: 'none' } },

  async run({ changelog: state }, lab) {
    const { orders, counts, changelog, start, order } = await counters(lab);
    const twin = await lab.topic({ title: 'counts-by-streams' });
    const [byHand, next] = await Promise.all([start(), start({ restores: state === 'kept' })]);
    await order(['ada', 'bob', 'ada']);
    byHand.tell('begin');
    await reaches(byHand, 3);
    await byHand.kill();
    // #region streams
    const settings = { input: orders.name, output: twin.name, changelog: state };
    const streams = await lab.kafkaStreams('Counter.java', settings);
    await streams.hasRead([orders]);
    await streams.kill();
    await order(['cy', 'ada']);
    const again = { ...settings, 'application.id': streams.id };
    await (await lab.kafkaStreams('Counter.java', again)).hasRead([orders]);
    // #endregion
    next.tell('begin');
    await reaches(next, 5);
    const [ours, theirs] = [await committed(lab, counts, 5), await committed(lab, twin, 5)];
    const logs = await changesOfStreams(lab, streams.id);
    return { ours, theirs, logs, sameLog: logs === (await committed(lab, changelog, 5)) };
  },

  expect: {
    treatment: { ours: kept, theirs: kept, logs: kept, sameLog: true },
    unlogged: { ours: lost, theirs: lost, logs: 'none', sameLog: false },
  },
});
