import { child } from '@proving/lab/child';
import { paymentsOf } from '../payments.ts';

interface Given {
  readonly payments: string;
  /** The first payment that it has no note of having sent. */
  readonly from: number;
  /** It is killed when this one is sent and that is not noted yet. */
  readonly standsAt: number;
}

// Sends payments one by one, with an idempotent producer, and notes each that was acknowledged.
const { args, kafka, say } = child<Given>();
const { payments: topic, from, standsAt } = args;
const producer = kafka.producer({ idempotent: true });
await producer.connect();

for (const payment of paymentsOf(from, 10)) {
  await producer.send({ topic, messages: [payment] });
  if (payment.value === `payment ${standsAt}`) {
    say('sent, not noted');
    await new Promise(() => undefined);
  }
}
say('all are sent');
