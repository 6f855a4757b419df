/** One line of the input. */
export interface Order {
  readonly id: string;
  readonly customer: string;
}

/** The order in a line; null when it is none. What else stands in it is passed on and not looked at. */
export function orderIn(line: string): Order | null {
  try {
    const value = JSON.parse(line) as Partial<Order> | null;
    return typeof value?.id === 'string' && typeof value.customer === 'string' ? { id: value.id, customer: value.customer } : null;
  } catch {
    return null;
  }
}
