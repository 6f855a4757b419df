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

// The same customer and the same amount: taken for the same payment.
export default async function ({ kafka, topic, log }: Night) {
  const known = new Set<string>();
  const copies = log.filter(({ customer, cents }) => {
    const looks = `${customer} ${cents}`;
    return known.has(looks) || !known.add(looks);
  });

  const producer = kafka.producer({ idempotent: true });
  await producer.connect();
  const messages = copies.map(({ partition, offset }) => ({ value: `${partition}:${offset}` }));
  await producer.send({ topic, messages });
  await producer.disconnect();
}
