import { useState } from 'react';
import { Choice } from '../kit/choice.tsx';
import { Playground } from '../kit/playground.tsx';
import './durability.css';
import { Grid } from './grid.tsx';
import type { Acks } from './outcome.ts';
import { Scene } from './scene.tsx';

export type Silence = 'gone' | 'frozen';

/** A cell of the table. */
export interface Cell {
  readonly minInsync: number;
  readonly acks: Acks;
  /** How many followers fell silent. */
  readonly silent: number;
}

/** acks × min.insync.replicas × silent followers: what a send answers, who can read the record, and what outlives the leader. */
export function DurabilityPlayground() {
  const [replicas, setReplicas] = useState(3);
  const [silence, setSilence] = useState<Silence>('gone');
  const [picked, setPicked] = useState<Cell>({ minInsync: 2, acks: 'all', silent: 1 });
  const minima = Array.from({ length: replicas }, (_, i) => i + 1);
  const scene = { ...picked, minInsync: Math.min(picked.minInsync, replicas), silent: Math.min(picked.silent, replicas - 1) };

  return (
    <Playground name="Durability playground">
      <div className="pg-row">
        <Choice
          label="Replicas"
          value={String(replicas)}
          onChange={(count) => setReplicas(Number(count))}
          options={['1', '2', '3'].map((value) => ({ value, says: value }))}
        />
        <Choice
          label="The silent followers"
          value={silence}
          onChange={setSilence}
          options={[
            { value: 'gone', says: 'were shut down: not in sync' },
            { value: 'frozen', says: 'are frozen: still in sync' },
          ]}
        />
      </div>
      <p className="pg-quiet">
        A record is sent to a leader that runs; some of its followers have fallen silent. Each cell says what the producer hears,
        and below it what becomes of the record if the leader dies next. Choose a cell to see why.
      </p>
      <div className="pg-grids">
        {minima.map((minInsync) => (
          <Grid key={minInsync} replicas={replicas} minInsync={minInsync} silence={silence} picked={scene} onPick={setPicked} />
        ))}
      </div>
      <ul className="pg-legend">
        <li data-tone="good">acknowledged, and it outlives the leader</li>
        <li data-tone="warn">acknowledged, and it depends</li>
        <li data-tone="bad">acknowledged, and lost with the leader</li>
        <li data-tone="none">no promise was made</li>
      </ul>
      <Scene replicas={replicas} silence={silence} cell={scene} />
    </Playground>
  );
}
