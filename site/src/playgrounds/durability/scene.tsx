import { Proof } from '../kit/proof.tsx';
import type { Cell, Silence } from './durability.tsx';
import { type Acks, type Outcome, outcomeOf } from './outcome.ts';
import { situationOf } from './situation.ts';
import { reasonsFor } from './words.ts';

interface Props {
  readonly replicas: number;
  readonly silence: Silence;
  readonly cell: Cell;
}

/** One cell at length: the replicas and their logs, and the reason for each part of the outcome. */
export function Scene({ replicas, silence, cell }: Props) {
  const situation = situationOf(replicas, silence, cell);
  const outcome = outcomeOf(situation);
  return (
    <div className="pg-scene" aria-live="polite">
      <div className="pg-block">
        <h2>
          <code>
            acks={cell.acks}, minimum {cell.minInsync}
          </code>
          , {silenceIn(replicas - 1, cell.silent, silence)}
        </h2>
        <ol className="pg-ladder" aria-label="Replicas">
          {Array.from({ length: replicas }, (_, i) => (
            <Replica
              key={stateOf(i, replicas, cell.silent, silence) + String(i)}
              state={stateOf(i, replicas, cell.silent, silence)}
              acks={cell.acks}
              outcome={outcome}
            />
          ))}
        </ol>
        <p className="pg-quiet pg-key">
          Each bar is a log. <i data-kind="old" /> stored before, <i data-kind="new" /> the new record, <i data-kind="soon" /> a
          copy that nobody waited for.
        </p>
      </div>
      <dl className="pg-reasons">
        {reasonsFor(situation, outcome).map(({ asks, says, claim }) => (
          <div key={asks}>
            <dt>{asks}</dt>
            <dd>
              <p>{says}</p>
              {claim && <Proof lesson="07-acks-and-durability" claim={claim} />}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type State = 'leader' | 'follower' | Silence;

/** Leader first, then the followers that run, then the silent ones. */
function stateOf(i: number, replicas: number, silent: number, silence: Silence): State {
  if (i === 0) return 'leader';
  return i < replicas - silent ? 'follower' : silence;
}

const states: Readonly<Record<State, { readonly glyph: string; readonly word: string }>> = {
  leader: { glyph: '●', word: 'leader' },
  follower: { glyph: '○', word: 'in sync' },
  frozen: { glyph: '◍', word: 'in sync, frozen' },
  gone: { glyph: '◌', word: 'shut down' },
};

interface ReplicaProps {
  readonly state: State;
  readonly acks: Acks;
  readonly outcome: Outcome;
}

function Replica({ state, acks, outcome }: ReplicaProps) {
  const copied = state === 'leader' ? 'new' : state === 'follower' ? (acks === 'all' ? 'new' : 'soon') : null;
  const has = outcome.stored ? copied : null;
  return (
    <li data-state={state}>
      <span>
        <span aria-hidden="true">{states[state].glyph} </span>
        {states[state].word}
      </span>
      <span className="pg-log">
        <i data-kind="old" />
        {has && <i data-kind={has} />}
        <span className="pg-hidden">
          {has === 'new' ? 'has the record' : has ? 'copies it a little later' : 'has not got the record'}
        </span>
      </span>
    </li>
  );
}

function silenceIn(followers: number, silent: number, silence: Silence): string {
  if (followers === 0) return 'no followers';
  if (silent === 0) return 'all followers run';
  return `${silent} of ${followers} ${followers === 1 ? 'follower' : 'followers'} ${silence === 'gone' ? 'down' : 'frozen'}`;
}
