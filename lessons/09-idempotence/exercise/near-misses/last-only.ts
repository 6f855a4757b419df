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

// Where a payment is there several times, one of them is reported.
export default async function ({ kafka, topic, log }: Night) {
  const copies = [...Map.groupBy(log, ({ payment }) => payment).values()].flatMap((records) =>
    records.length > 1 ? records.slice(-1) : [],
  );

  const producer = kafka.producer({ idempotent: true });
  await producer.connect();
  const messages = copies.map(({ partition, offset }) => ({ value: `${partition}:${offset}` }));
  await producer.send({ topic, messages });
  await producer.disconnect();
}
