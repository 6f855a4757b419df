import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { enrich, said } from './enrich.ts';
import { aMonth, asThen, cleaned, moves, orders } from './history.ts';

const config = { 'retention.ms': '-1' };
const all = moves + 1 + orders;

// Five orders, joined as they should be. Then they are joined once more, from the beginning.
// What that costs, and what comes out, depends on what is left of the addresses, and on where
// the results go: every one of the five is a record again. Nothing is deleted by age.
export default experiment(lesson, 'replay-is-not-free', {
  arms: {
    treatment: { again: 'into a new topic' },
    same: { again: 'into the same topic' },
    compacted: { again: 'from compacted addresses' },
  },

  async run({ again }, lab) {
    const isCompacted = again === 'from compacted addresses';
    const shop = await aMonth(lab, isCompacted);
    const enriched = await lab.topic({ title: 'enriched', config });
    // #region again
    await enrich(lab, shop, enriched);
    await shop.today();
    if (isCompacted) await cleaned(lab, shop.addresses);
    const another = await lab.topic({ title: 'enriched-again', config });
    const next = again === 'into the same topic' ? enriched : another;
    const read = await enrich(lab, shop, next, 'again');
    // #endregion
    const published = await said(lab, enriched);
    const found = (await said(lab, next)).slice(-orders);
    const right = found.filter((each, i) => each === asThen[i]).length;
    return { read, right, published: published.length };
  },

  expect: {
    treatment: { read: all, right: orders, published: orders },
    same: { read: all, right: orders, published: 2 * orders },
    compacted: { read: 2 * orders + 1, right: 0, published: orders },
  },
});
