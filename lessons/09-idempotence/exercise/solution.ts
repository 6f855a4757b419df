import type { Shop } from '@proving/lab';

interface Night extends Shop {
  /** The log of the night, by partition and offset. */
  readonly log: readonly Payment[];
}
interface Payment {
  readonly partition: number;
  readonly offset: number;
  /** Its name, given before the first attempt: `p-007`. */
  readonly payment: string;
  readonly customer: string;
  readonly cents: number;
  readonly attempt: number;
}

// A copy is known by the name that the payment was given before it was first sent. The report
// goes out in one send of an idempotent producer: its retry carries the numbers it had.
export default async function ({ kafka, topic, log }: Night) {
  const known = new Set<string>();
  const copies = log.filter(({ payment }) => known.has(payment) || !known.add(payment));

  const producer = kafka.producer({ idempotent: true });
  await producer.connect();
  const messages = copies.map(({ partition, offset }) => ({ value: `${partition}:${offset}` }));
  await producer.send({ topic, messages });
  await producer.disconnect();
}
