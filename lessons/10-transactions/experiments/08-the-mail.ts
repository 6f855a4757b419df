import { experiment } from '@proving/lab';
import type { Transaction } from 'kafkajs';
import lesson from '../lesson.ts';
import { placed, transactional } from './begin.ts';
import { committed } from './committed.ts';
import { mailbox } from './mailbox.ts';
import { packing } from './packer.ts';

// Each order gets a label, and its customer a mail. Order 2 fails at the first try, after its
// mail, and the transaction is aborted. What does that take back?
export default experiment(lesson, 'outside-effects-are-not-covered', {
  arms: {
    treatment: { mail: 'posted', afterAbort: 'seek' },
    inside: { mail: 'a record', afterAbort: 'seek' },
    'no-seek': { mail: 'posted', afterAbort: 'go on' },
  },
  async run({ mail: how, afterAbort }, lab) {
    const [orders, labels] = [await placed(lab, 3), await lab.topic({ title: 'labels' })];
    const [mails, group] = [await lab.topic({ title: 'mails' }), lab.group('packing')];
    using service = await mailbox(lab);
    const producer = await transactional(lab, 'packer');
    const consumer = await lab.connect(lab.kafka.consumer({ groupId: group }));
    await consumer.subscribe({ topic: orders.name, fromBeginning: true });
    const record = (transaction: Transaction, value: string) =>
      transaction.send({ topic: mails.name, messages: [{ value }] });
    const mail = how === 'posted' ? service.post : record;
    const own = { producer, consumer, group, labels: labels.name, mail, afterAbort };
    await consumer.run({ autoCommit: false, eachMessage: packing(own) });
    const done = async () => (await committed(lab, labels)).includes('order 3');
    await lab.eventually('order 3 has a label', done);
    const made = await committed(lab, labels);
    const sent = [...service.sent, ...(await committed(lab, mails))];
    return { labels: made.length, for: made.join(', '), mails: sent.length };
  },
  expect: {
    treatment: { labels: 3, for: 'order 1, order 2, order 3', mails: 4 },
    inside: { labels: 3, for: 'order 1, order 2, order 3', mails: 3 },
    'no-seek': { labels: 2, for: 'order 1, order 3', mails: 3 },
  },
});
