import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { countByCountry, place } from './by-country.ts';
import { foretold, told } from './shop.ts';

// Eight orders, keyed by customer, lie in three partitions. Which partition has which order
// follows from murmur2, and so does what each of three tasks can count. Four orders go to NO.
export default experiment(lesson, 'group-by-moves-data', {
  arms: { treatment: { through: 'a topic' }, straight: { through: 'nothing' } },

  async run({ through }, lab) {
    const placed = await place(lab);
    const { counts, moved, tasks } = await countByCountry(lab, placed, through);
    const ofNO = (await lab.readAll(counts)).filter(({ key }) => key === 'NO');
    const highestNO = Math.max(...ofNO.map(({ value }) => Number(value)));
    const stores = [0, 1, 2].map((p) => told(tasks.get(p)?.store.entries() ?? []));
    return { stores, highestNO, moved: (await lab.readAll(moved)).length };
  },

  expect: {
    treatment: { stores: foretold('country'), highestNO: 4, moved: 8 },
    straight: { stores: foretold('customer'), highestNO: 2, moved: 0 },
  },
});
