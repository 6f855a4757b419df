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

export default async function ({ kafka, topic, log }: Night) {
  // Two equal records, one after the other: a copy? Change this, and look at the producer as well.
  const copies = log.filter((record, i) => {
    const before = log[i - 1];
    return before?.payment === record.payment && before.attempt === record.attempt;
  });

  const producer = kafka.producer();
  await producer.connect();
  for (const { partition, offset } of copies)
    await producer.send({ topic, messages: [{ value: `${partition}:${offset}` }] });
  await producer.disconnect();
}
