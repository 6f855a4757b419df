import type { Lab, Topic } from '@proving/lab';
import type { EachMessagePayload } from 'kafkajs';
import { paymentsOf } from './payments.ts';

/** A topic with so many payments in it. */
export async function sent(lab: Lab, count: number): Promise<Topic> {
  const payments = await lab.topic({ title: 'payments' });
  const producer = await lab.connect(lab.kafka.producer());
  await producer.send({ topic: payments.name, messages: paymentsOf(1, count) });
  return payments;
}

/** A consumer that nobody kills, with this handler, until it has handled so many records. */
export async function workOff(
  lab: Lab,
  payments: Topic,
  count: number,
  handle: (each: EachMessagePayload) => Promise<void>,
): Promise<void> {
  const groupId = lab.group('charger');
  const charger = await lab.connect(lab.kafka.consumer({ groupId, maxWaitTimeInMs: 100 }));
  await charger.subscribe({ topic: payments.name, fromBeginning: true });
  let handled = 0;
  await charger.run({
    eachMessage: async (each) => {
      await handle(each);
      handled += 1;
    },
  });
  await lab.eventually(`${count} records are handled`, () => handled === count);
}
