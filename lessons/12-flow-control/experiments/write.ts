import type { Lab, Topic } from '@proving/lab';

interface Manner {
  /** Whether each order is written in a transaction of its own, which takes one more offset. */
  readonly transactions: boolean;
  readonly everyMinutes: number;
}

/** Writes orders that came in one every so many minutes, the last of them just now. */
export async function write(lab: Lab, orders: Topic, values: string[], manner: Manner) {
  const { transactions, everyMinutes } = manner;
  const must = { idempotent: true, maxInFlightRequests: 1 };
  const own = transactions ? { transactionalId: lab.transactionalId('checkout'), ...must } : {};
  const producer = await lab.connect(lab.kafka.producer(own));
  const now = Date.now();

  for (const [i, value] of values.entries()) {
    const minutesAgo = (values.length - 1 - i) * everyMinutes;
    const record = { value, timestamp: `${now - minutesAgo * 60_000}` };
    const writing = transactions ? await producer.transaction() : producer;
    await writing.send({ topic: orders.name, messages: [record] });
    if ('commit' in writing) await writing.commit();
  }
  await orders.endsAt(values.length * (transactions ? 2 : 1));
}
