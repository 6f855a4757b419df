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

// The right copies, from a producer whose own retry makes another one.
export default async function ({ kafka, topic, log }: Night) {
  const known = new Set<string>();
  const copies = log.filter(({ payment }) => known.has(payment) || !known.add(payment));

  const producer = kafka.producer();
  await producer.connect();
  for (const { partition, offset } of copies)
    await producer.send({ topic, messages: [{ value: `${partition}:${offset}` }] });
  await producer.disconnect();
}
