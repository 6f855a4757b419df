import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { folded } from '../streams/index.ts';
import { changes, tables, told } from './changes.ts';

// Seven changes of address, two partitions, each read whole before the other. By key, all
// changes of a customer lie together. Dealt out in turn, partition 0 has the first, third,
// fifth and seventh: read last, it has Ada in Bergen; read first, it has Bob back in Rome.
export default experiment(lesson, 'a-table-is-a-fold-of-a-stream', {
  arms: {
    treatment: { dealt: 'by key', tombstones: 'kept' },
    inTurn: { dealt: 'in turn', tombstones: 'kept' },
    skipped: { dealt: 'by key', tombstones: 'skipped' },
  },

  async run({ dealt, tombstones }, lab) {
    const moves = await lab.topic({ title: 'moves', partitions: 2 });
    const cities = await lab.topic({ title: 'cities' });
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: moves.name, messages: changes(dealt) });
    const log = (await lab.readAll(moves)).filter((r) => tombstones === 'kept' || r.value);
    // #region fold
    const from = (partition: number) => log.filter((record) => record.partition === partition);
    const zeroFirst = folded([...from(0), ...from(1)]);
    const oneFirst = folded([...from(1), ...from(0)]);
    const rows = [...zeroFirst].map(([key, value]) => ({ key, value }));
    await producer.send({ topic: cities.name, messages: rows });
    const again = folded(await lab.readAll(cities));
    // #endregion
    const agree = told(zeroFirst) === told(oneFirst);
    return { table: told(zeroFirst), again: told(again), oneFirst: told(oneFirst), agree };
  },
  expect: {
    treatment: { ...tables('ada Turin, cy Bonn, dan Paris'), agree: true },
    inTurn: {
      ...tables('ada Turin, bob Rome, cy Bonn, dan Paris', 'ada Bergen, cy Bonn, dan Paris'),
      agree: false,
    },
    skipped: { ...tables('ada Turin, bob Rome, cy Bonn, dan Paris'), agree: true },
  },
});
