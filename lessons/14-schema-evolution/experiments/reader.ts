import type { Lab, Topic } from '@proving/lab';

type Order = Readonly<Record<string, unknown>>;
/** What came of one record. */
export type Handled = { readonly order: Order } | { readonly refused: string };

/** A consumer that stays up whatever it reads, and keeps account of it. */
export async function openReader(
  lab: Lab,
  orders: Topic,
  decode: (value: Buffer) => Promise<Order>,
) {
  const handled: Handled[] = [];
  const consumer = await lab.connect(
    lab.kafka.consumer({ groupId: lab.group('readers'), maxWaitTimeInMs: 100 }),
  );
  await consumer.subscribe({ topic: orders.name, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ message: { value } }) => {
      handled.push(
        await decode(value ?? Buffer.alloc(0)).then(
          (order) => ({ order }),
          ({ message }: Error) => ({ refused: message }),
        ),
      );
    },
  });
  return {
    handled,
    /** Waits until so many records have been handled; returns the orders among the last `last`. */
    async ordersAmong(last: number, count: number): Promise<readonly Order[]> {
      await lab.eventually(
        `the reader has handled ${count} orders`,
        () => handled.length >= count,
      );
      const these = handled.slice(count - last, count);
      const read = these.flatMap((each) => ('order' in each ? [each.order] : []));
      lab.step(`the reader can read ${read.length} of ${last}`);
      return read;
    },
  };
}
