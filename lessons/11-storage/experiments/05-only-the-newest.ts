import { experiment, numbered } from '@proving/lab';
import lesson from '../lesson.ts';
import { compact, isCleaned } from './cleaner.ts';
import { days } from './time-stamp.ts';

// Ten customers, each with ten addresses of two days ago and two of yesterday. An hour between
// time stamps opens a new segment, so yesterday's are in one of their own. Is it still the
// active one when the cleaner comes, or has today's first record closed it?
export default experiment(lesson, 'compaction-keeps-the-last-per-key-behind-the-head', {
  arms: { treatment: { yesterday: 'active' }, control: { yesterday: 'closed' } },

  async run({ yesterday }, lab) {
    const addresses = await lab.topic({ title: 'addresses', config: compact });
    const producer = await lab.connect(lab.kafka.producer());
    const move = (keys: string[], address: number, day: number) => {
      const each = { value: `address ${address}`, timestamp: days(day) };
      const messages = keys.map((key) => ({ key, ...each }));
      return producer.send({ topic: addresses.name, messages });
    };
    const customers = numbered(1, 10, 'customer');
    for (let address = 1; address <= 10; address++) await move(customers, address, -2);
    for (let address = 11; address <= 12; address++) await move(customers, address, -1);
    if (yesterday === 'closed') await move(['customer 11'], 1, 0);
    await isCleaned(lab, addresses);

    const log = await lab.readAll(addresses);
    const outdated = log.length - new Set(log.map(({ key }) => key)).size;
    const begins = (await addresses.offsets())[0]?.start ?? -1;
    const { sent } = await lab.history(addresses).counts('sent');
    return { sent, left: log.length, outdated, begins, firstOffset: log[0]?.offset ?? -1 };
  },

  expect: {
    treatment: { sent: 120, left: 30, outdated: 20, begins: 0, firstOffset: 90 },
    control: { sent: 121, left: 11, outdated: 0, begins: 0, firstOffset: 110 },
  },
});
