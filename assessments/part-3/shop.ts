export const partitions = 3;
const customers = 10;

/** As it was placed, whatever its bytes look like. */
export interface Order {
  readonly order: string;
  readonly customer: string;
  readonly article: string;
  readonly pieces: number;
  readonly note: string;
}

/** A record that a till has sent, and what the shipper made of it. */
export interface Sent {
  readonly placed: Order;
  readonly by: 'old till' | 'new till';
  readonly fate: 'shipped' | 'set aside, unreadable' | 'set aside, behind another one' | 'committed, and nothing else';
}

/**
 * Thirty orders, three by each customer, and one of them sent twice by a till that was restarted. Whose orders meet the new till
 * differs from learner to learner. The order that got no letter is the last of all.
 */
export function dayOf(seed: number): readonly Sent[] {
  const at = (place: number) => (seed + place) % customers;
  const held = [0, 1, 2, 3, 4].map(at);
  const [copied, lost] = [at(4), at(5)];
  const turns = [0, 1, 2].flatMap((round) => Array.from({ length: customers }, (_, customer) => ({ round, customer })));
  const isLost = ({ round, customer }: (typeof turns)[number]) => round === 2 && customer === lost;
  return [...turns.filter((turn) => !isLost(turn)), ...turns.filter(isLost)].flatMap((turn, i): Sent[] => {
    const placed = orderOf(i + 1, turn.customer + 1);
    if (isLost(turn)) return [{ placed, by: 'new till', fate: 'committed, and nothing else' }];
    if (turn.round === 0 || !held.includes(turn.customer)) return [{ placed, by: 'old till', fate: 'shipped' }];
    if (turn.round === 2) return [{ placed, by: 'old till', fate: 'set aside, behind another one' }];
    const sent: Sent = { placed, by: 'new till', fate: 'set aside, unreadable' };
    return turn.customer === copied ? [sent, sent] : [sent];
  });
}

const articles = ['pen', 'ink', 'paper', 'lamp'];

const orderOf = (number: number, customer: number): Order => ({
  order: `order ${number}`,
  customer: `customer-${customer}`,
  article: articles[number % articles.length] as string,
  pieces: 1 + (number % 5),
  note: number % 3 === 0 ? 'ring twice' : '',
});
