/** Of the orders and of the points. */
export const partitions = 4;
/** Of the customers, as somebody made them anew. */
export const fewer = 2;
export const minute = 60_000;
export const hour = 60 * minute;
const customers = Array.from({ length: 12 }, (_, i) => `customer-${i + 1}`);

export interface Order {
  readonly order: string;
  readonly customer: string;
  /** When it was placed, in minutes since the beginning of its day. */
  readonly at: number;
}

/** What was sent when, in the order of the log. */
export interface Days {
  /** Counted, and the counts have gone since. */
  readonly yesterday: readonly Order[];
  /** Counted by a program that had been restarted, and begun at nothing. */
  readonly today: readonly Order[];
  /** Not counted yet. The last two come late. */
  readonly waiting: readonly Order[];
}

/** Who orders today, and how late the late ones come, differs from learner to learner. */
export function daysOf(seed: number): Days {
  let number = 0;
  const place = (customer: number, at: number): Order => ({
    order: `order ${++number}`,
    customer: customers[(seed + customer) % customers.length] as string,
    at,
  });
  const times = (count: number) => Array.from({ length: count }, (_, i) => i);
  const [little, much] = [20 + (seed % 7), 61 + (seed % 20)];
  return {
    yesterday: times(24).map((i) => place(i, i * 5)),
    today: times(9).map((i) => place(i % 6, i * 5)),
    waiting: [place(7, 46), place(1, 48), place(8, 60 + little), place(2, 60 + much), place(8, 55), place(2, 50)],
  };
}

export const ordersOf = ({ yesterday, today, waiting }: Days): readonly Order[] => [...yesterday, ...today, ...waiting];

/** A change of the table of customers; null: the customer has left. */
export interface Change {
  readonly customer: string;
  readonly status: string | null;
}

/** Every customer is in it; then some change, and one leaves. */
export function changesOf(seed: number): readonly Change[] {
  const first = customers.map((customer, i): Change => ({ customer, status: i % 3 === 0 ? 'gold' : 'silver' }));
  const later = [3, 5, 8].map((i): Change => ({ customer: customers[(seed + i) % customers.length] as string, status: 'gold' }));
  return [...first, ...later, { customer: customers[(seed + 4) % customers.length] as string, status: null }];
}

/** The last row of each customer, without those who have left. */
export function rowsOf(changes: readonly Change[]): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  for (const { customer, status } of changes) status === null ? rows.delete(customer) : rows.set(customer, status);
  return rows;
}
