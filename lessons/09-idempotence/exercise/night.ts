import type { BrokerProxy, Lab, Topic } from '@proving/lab';

export interface Payment {
  readonly partition: number;
  readonly offset: number;
  readonly payment: string;
  readonly customer: string;
  readonly cents: number;
  readonly attempt: number;
}

type Paid = Omit<Payment, 'partition' | 'offset'>;

const ada = { customer: 'ada', cents: 1250 };
const bob = { customer: 'bob', cents: 400 };
const cem = { customer: 'cem', cents: 1999 };

/** What is sold that night: Ada buys the same thing three times, Bob twice. */
const sold = [ada, bob, cem, ada, bob, cem, ada, { ...cem, cents: 250 }, { ...bob, cents: 75 }];

/** What the network loses, by payment and attempt: the answer, so that the retry is a copy, or the request, so that it is none. */
const losses: Readonly<Record<string, 'dropResponses' | 'swallowRequests'>> = {
  'p-002 1': 'swallowRequests',
  'p-003 1': 'dropResponses',
  'p-004 1': 'dropResponses',
  'p-004 2': 'dropResponses',
  'p-006 1': 'swallowRequests',
  'p-008 1': 'dropResponses',
};

/** A night in which the checkout sends its payments and some messages are lost; then the log, as it is read in the morning. */
export async function night(
  lab: Lab,
  payments: Topic,
  proxies: readonly BrokerProxy[],
): Promise<readonly Payment[]> {
  const { leader } = await payments.partition(0);
  const proxy = proxies.find(({ broker }) => broker === leader);
  const kafka = lab.kafkaWith({
    brokers: [...lab.cluster.proxied],
    clientId: 'checkout',
    requestTimeout: 700,
  });
  const checkout = await lab.connect(kafka.producer({ retry: { retries: 0 } }));

  const queue: Paid[] = sold.map((each, i) => ({
    payment: `p-00${i + 1}`,
    ...each,
    attempt: 1,
  }));
  for (let paid = queue.shift(); paid; paid = queue.shift()) {
    const loses = losses[`${paid.payment} ${paid.attempt}`];
    if (loses) proxy?.[loses]('Produce', 1);
    const messages = [{ key: paid.customer, value: JSON.stringify(paid) }];
    const again = { ...paid, attempt: paid.attempt + 1 };
    await checkout
      .send({ topic: payments.name, messages })
      .catch(() => queue.splice(2, 0, again));
  }
  const log = await lab.readAll(payments);
  return log.map(({ partition, offset, value }) => ({
    partition,
    offset,
    ...(JSON.parse(`${value}`) as Paid),
  }));
}
