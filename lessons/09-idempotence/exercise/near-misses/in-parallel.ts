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

// The right copies, an idempotent producer, and all sends at once.
export default async function ({ kafka, topic, log }: Night) {
  const known = new Set<string>();
  const copies = log.filter(({ payment }) => known.has(payment) || !known.add(payment));

  const producer = kafka.producer({ idempotent: true });
  await producer.connect();
  await Promise.all(
    copies.map(({ partition, offset }) =>
      producer.send({ topic, messages: [{ value: `${partition}:${offset}` }] }),
    ),
  );
  await producer.disconnect();
}
