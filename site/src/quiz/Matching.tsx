import type { Answer } from '@proving/spec';
import { Words } from '../code/Words.tsx';
import { shuffled } from './shuffled.ts';

interface Props {
  readonly pairs: readonly (readonly [left: string, right: string])[];
  /** For each left side the index of the right side that was chosen, -1 for none yet. */
  readonly rights: readonly number[];
  readonly salt: string;
  give(answer: Answer): void;
}

/** Each left side with a list of all right sides to choose from. */
export function Matching({ pairs, rights, salt, give }: Props) {
  const order = shuffled(pairs.length, salt);
  return (
    <ul className="matching">
      {pairs.map(([left], i) => (
        <li key={left}>
          <label>
            <span>
              <Words text={left} />
            </span>
            <select
              value={rights[i]}
              onChange={({ target }) => give({ kind: 'match', rights: rights.with(i, Number(target.value)) })}
            >
              <option value={-1}>choose …</option>
              {order.map((right) => (
                <option key={right} value={right}>
                  {pairs[right]?.[1].replaceAll('`', '')}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ul>
  );
}
