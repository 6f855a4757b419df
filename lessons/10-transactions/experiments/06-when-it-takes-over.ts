import { experiment } from '@proving/lab';
import lesson from '../lesson.ts';
import { committed } from './committed.ts';

// A packer has sent order 1 in a transaction, and is taken for dead. Its successor comes with
// the same transactional id and does what `calls` says. Then the first one goes on after all.
export default experiment(lesson, 'the-first-transaction-takes-over', {
  arms: { treatment: { calls: 'connect' }, control: { calls: 'transaction' } },

  async run({ calls }, lab) {
    const orders = await lab.topic();
    const transactionalId = lab.transactionalId('packing');
    const own = { transactionalId, idempotent: true, maxInFlightRequests: 1 };
    const packer = await lab.connect(lab.kafkaWith({ clientId: 'packer' }).producer(own));
    const left = await packer.transaction();
    await left.send({ topic: orders.name, messages: [{ value: 'order 1' }] });
    // #region successor
    const successor = lab.kafkaWith({ clientId: 'successor' }).producer(own);
    await lab.connect(successor); // calls successor.connect()
    if (calls === 'transaction') {
      const takeover = await successor.transaction();
      await takeover.abort();
    }
    const itsCommit = await left.commit().then(
      () => 'went through',
      ({ type }) => `refused: ${type}`,
    );
    // #endregion
    await orders.endsAt(2); // order 1, and the marker of whoever ended its transaction
    return { itsCommit, counts: (await committed(lab, orders)).length };
  },

  expect: {
    treatment: { itsCommit: 'went through', counts: 1 },
    control: { itsCommit: 'refused: INVALID_PRODUCER_EPOCH', counts: 0 },
  },
});
