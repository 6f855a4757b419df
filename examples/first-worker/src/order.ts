/** What the worker needs of an order. */
export interface Order {
  readonly id: string;
  readonly customer: string;
}

/** @throws {Error} in words for the dead letter's header */
export function orderOf(value: Buffer | null): Order {
  if (value === null) throw new Error('the record has no value');
  const { id, customer } = JSON.parse(value.toString('utf8')) as Partial<Order>;
  if (typeof id !== 'string') throw new Error('the order has no id');
  if (typeof customer !== 'string') throw new Error('the order has no customer');
  return { id, customer };
}
