import type { Lab } from '@proving/lab';
import type { Join } from '../joins/index.ts';
import { apart, base, type Shop } from './story.ts';
import type { Kind } from './twins.ts';

/** The join of a partition's task, which also tells the figure what it was given and which pairs it made. It changes nothing of that. */
export function watched(
  lab: Lab,
  kind: Kind,
  { orders, addresses }: Shop,
  partition: number,
  join: Join,
  { zero = base, called }: { readonly zero?: number; readonly called?: string } = {},
): Join {
  const left = {
    topic: orders.name,
    kind: kind === 'two tables' ? 'table' : 'stream',
  } as const;
  const right = {
    topic: addresses.name,
    kind: kind === 'two streams' ? 'stream' : 'table',
  } as const;
  return {
    process(side, record) {
      const made = join.process(side, record);
      const pairs = made.map((pair) => ({ left: pair.left, right: pair.right }));
      const within = kind === 'two streams' ? apart : null;
      const at = { left, right, within, partition, side, zero, ...(called && { called }) };
      lab.processed({ type: 'task.joined', ...at, ...record, pairs });
      return made;
    },
  };
}
