import { useState } from 'react';
import { Choice } from '../kit/choice.tsx';
import { NumberField } from '../kit/number-field.tsx';
import { Playground } from '../kit/playground.tsx';
import { movesOf } from './growth.ts';
import { Keys } from './keys.tsx';
import { Lanes } from './lanes.tsx';
import { Moves } from './moves.tsx';
import './partitioner.css';
import { type PartitionerId, partitionerOf, partitioners } from './partitioners.ts';
import { samples } from './samples.ts';
import { Verdict } from './verdict.tsx';
import { WorkedOut } from './worked-out.tsx';

const mostPartitions = 24;

/** Type keys, see which partition each goes to and why, grow the topic and see which keys move. */
export function PartitionerPlayground() {
  const [text, setText] = useState((samples[0]?.keys ?? []).join('\n'));
  const [id, setId] = useState<PartitionerId>('java');
  const [from, setFrom] = useState(3);
  const [to, setTo] = useState(3);
  const [picked, setPicked] = useState('bob');

  const records = text.split('\n').filter((line) => line !== '');
  const keys = [...new Set(records)];
  const partitioner = partitionerOf(id);
  const moves = movesOf(keys, partitioner, from, to);
  const key = keys.includes(picked) ? picked : (keys[0] ?? '');

  return (
    <Playground name="Partitioner playground">
      <div className="pg-partitioner-top">
        <Keys text={text} records={records.length} keys={keys.length} onChange={setText} />
        <div className="pg-block">
          <Choice
            label="Whose rule"
            value={id}
            onChange={setId}
            options={partitioners.map((each) => ({ value: each.id, says: each.title }))}
          />
          <p className="pg-quiet">{partitioner.usedBy}</p>
          <div className="pg-row">
            <NumberField
              label="Partitions"
              value={from}
              min={1}
              max={mostPartitions}
              onChange={(count) => {
                setFrom(count);
                setTo(count === from || to === from ? count : Math.max(count, to));
              }}
            />
            <NumberField label="Grown to" value={to} min={from} max={mostPartitions} onChange={setTo} />
            <button type="button" aria-disabled={to === from} onClick={() => setTo(from)}>
              Not grown
            </button>
          </div>
        </div>
      </div>
      <div className="pg-block">
        <Verdict records={records} partitioner={partitioner} partitions={to} />
        <Lanes records={records} moves={moves} partitions={to} before={from} picked={key} onPick={setPicked} />
      </div>
      <Moves moves={moves} from={from} to={to} onGrow={(count) => setTo(Math.min(mostPartitions, count))} />
      {key !== '' && <WorkedOut partitionKey={key} chosen={id} partitions={to} />}
    </Playground>
  );
}
