import { type Lab, numbered, type Topic } from '@proving/lab';

interface Manner {
  /** Whether each order is written in a transaction of its own; its marker takes an offset, too. */
  readonly transactions: boolean;
  readonly everyMinutes: number;
}

/** A topic with ten orders that came in one every so many minutes, the last of them just now. */
export async function written(lab: Lab, manner: Manner): Promise<Topic> {
  const orders = await lab.topic();
  const { transactions, everyMinutes } = manner;
  const must = { idempotent: true, maxInFlightRequests: 1 };
  const own = transactions ? { transactionalId: lab.transactionalId('checkout'), ...must } : {};
  const producer = await lab.connect(lab.kafka.producer(own));
  const now = Date.now();

  for (const [i, value] of numbered(1, 10).entries()) {
    const minutesAgo = (9 - i) * everyMinutes;
    const record = { value, timestamp: `${now - minutesAgo * 60_000}` };
    const writing = transactions ? await producer.transaction() : producer;
    await writing.send({ topic: orders.name, messages: [record] });
    if ('commit' in writing) await writing.commit();
  }
  await orders.endsAt(transactions ? 20 : 10);
  return orders;
}

/** Whole minutes from a record's timestamp until now. */
export function minutesSince(timestamp: string): number {
  return Math.round((Date.now() - Number(timestamp)) / 60_000);
}
