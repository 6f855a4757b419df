import { Proof } from '../kit/proof.tsx';
import { expectedShare, hasMoved, leastShare, type Move } from './growth.ts';

interface Props {
  readonly moves: readonly Move[];
  readonly from: number;
  readonly to: number;
  onGrow(to: number): void;
}

/** Which keys move when the topic grows, beside what the formula lets one expect and what no rule can do without. */
export function Moves({ moves, from, to, onGrow }: Props) {
  const moved = moves.filter(hasMoved);
  return (
    <div className="pg-block">
      <div>
        <h2>{to === from ? 'Grow the topic' : `From ${from} to ${to} partitions`}</h2>
        <p aria-live="polite">{to === from ? invitation : inWords(moves.length, moved)}</p>
      </div>
      {to === from ? (
        <div className="pg-options">
          <button type="button" onClick={() => onGrow(from + 1)}>
            one more: {from} to {from + 1}
          </button>
          <button type="button" onClick={() => onGrow(from * 2)}>
            twice as many: {from} to {from * 2}
          </button>
        </div>
      ) : (
        <>
          <dl className="pg-shares">
            <Share says="of your keys move" share={moves.length === 0 ? 0 : moved.length / moves.length} tone="accent" />
            <Share
              says={`expected of a remainder: 1 − ${from} / ${commonOf(from, to)}`}
              share={expectedShare(from, to)}
              tone="ink"
            />
            <Share says={`what the new partitions need: 1 − ${from} / ${to}`} share={leastShare(from, to)} tone="dim" />
          </dl>
          <p className="pg-quiet">
            A key stays where both counts leave its hash the same remainder: {from} of every {commonOf(from, to)} hashes in a row.
            What is stored stays where it is, so a reader may see a key’s second record before its first. A producer that was
            running before goes on by the old count until its metadata is renewed, up to five minutes by default.
          </p>
        </>
      )}
      <Proof lesson="03-keys-and-partitioners" claim="growing-moves-keys" />
    </div>
  );
}

const invitation = 'More partitions change the number behind the %. What will happen to your keys?';

/** The least number that both counts divide: after so many hashes the remainders repeat. */
const commonOf = (from: number, to: number) => Math.round(from / (1 - expectedShare(from, to)));

function inWords(all: number, moved: readonly Move[]): string {
  const some = moved.slice(0, 4).map(({ key, from, to }) => `“${key}” from ${from} to ${to}`);
  const rest = moved.length > some.length ? `, and ${moved.length - some.length} more` : '';
  if (moved.length === 0) return `None of ${all} keys moves.`;
  return `${moved.length} of ${all} keys ${moved.length === 1 ? 'moves' : 'move'}: ${some.join(', ')}${rest}.`;
}

interface ShareProps {
  readonly says: string;
  readonly share: number;
  readonly tone: 'accent' | 'ink' | 'dim';
}

function Share({ says, share, tone }: ShareProps) {
  return (
    <div className="pg-share">
      <dt>{says}</dt>
      <dd>
        <span className="pg-share-bar" data-tone={tone} style={{ inlineSize: `${share * 100}%` }} />
        <span className="pg-share-figure">{Number((share * 100).toFixed(1))} %</span>
      </dd>
    </div>
  );
}
