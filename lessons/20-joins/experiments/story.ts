import type { Lab, Topic } from '@proving/lab';

/** The story begins at a full minute, ten minutes ago. */
export const base = Math.floor(Date.now() / 60_000) * 60_000 - 600_000;

/** Two orders, and two moves of the same customer: at which second each happened. */
export const orders: Readonly<Record<string, number>> = { pen: 1, ink: 3 };
export const moves: Readonly<Record<string, number>> = { Oslo: 0, Rome: 2 };

/** How far apart an order and a move may be to meet as two streams, ms. */
export const apart = 1_000;

/** The orders: left. The addresses: right. One partition each. */
export interface Shop {
  readonly orders: Topic;
  readonly addresses: Topic;
}

/** A teller sends `ada pen` or `ada Oslo`: an order or a move of Ada, with the time stamp at which it happened. */
export async function teller(lab: Lab, { orders: ordered, addresses }: Shop) {
  const producer = await lab.connect(lab.kafka.producer());
  return async (said: string) => {
    const [key = '', value = ''] = said.split(' ');
    const topic = value in orders ? ordered : addresses;
    const second = orders[value] ?? moves[value] ?? 0;
    const message = { key, value, timestamp: `${base + second * 1_000}` };
    await producer.send({ topic: topic.name, messages: [message] });
  };
}
