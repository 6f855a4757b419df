import type { Answer } from '@proving/spec';
import { Words } from '../code/Words.tsx';

interface Props {
  readonly items: readonly string[];
  /** Indexes into `items`, as they stand now. */
  readonly order: readonly number[];
  give(answer: Answer): void;
}

/** Items that are put in order by buttons: a mouse, a finger and a keyboard can all press them. */
export function Ordering({ items, order, give }: Props) {
  const swap = (at: number, other: number) => {
    const next = [...order];
    [next[at], next[other]] = [order[other] as number, order[at] as number];
    give({ kind: 'order', items: next });
  };
  return (
    <ol className="ordering">
      {order.map((item, at) => (
        <li key={item}>
          <span className="ordering-moves script-only">
            <button type="button" disabled={at === 0} aria-label={`Move up: ${items[item]}`} onClick={() => swap(at, at - 1)}>
              ↑
            </button>
            <button
              type="button"
              disabled={at === order.length - 1}
              aria-label={`Move down: ${items[item]}`}
              onClick={() => swap(at, at + 1)}
            >
              ↓
            </button>
          </span>
          <span>
            <Words text={items[item] as string} />
          </span>
        </li>
      ))}
    </ol>
  );
}
