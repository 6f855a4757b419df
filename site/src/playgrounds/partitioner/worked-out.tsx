import { Proof } from '../kit/proof.tsx';
import { type Partitioner, type PartitionerId, partitioners } from './partitioners.ts';

interface Props {
  readonly partitionKey: string;
  readonly chosen: PartitionerId;
  readonly partitions: number;
}

/** One key by all three rules, step by step. */
export function WorkedOut({ partitionKey, chosen, partitions }: Props) {
  const bytes = [...new TextEncoder().encode(partitionKey)];
  const places = partitioners.map(({ place }) => place(partitionKey, partitions).partition);
  const agreed = new Set(places).size === 1;
  return (
    <div className="pg-block">
      <div>
        <h2>How “{partitionKey}” finds its partition</h2>
        <p className="pg-quiet">
          {agreed
            ? `All three rules say partition ${places[0]}. That is this key’s luck, and no promise for the next one.`
            : `Three clients, one key, ${new Set(places).size} partitions. Two services that share a topic need one rule.`}
        </p>
      </div>
      <p className="pg-mono pg-bytes">
        <span className="pg-quiet">{bytes.length === 1 ? '1 byte' : `${bytes.length} bytes`}</span>{' '}
        {bytes.slice(0, 48).map(hex).join(' ')}
        {bytes.length > 48 && ' …'}
      </p>
      <div className="pg-rules">
        {partitioners.map((partitioner) => (
          <Rule
            key={partitioner.id}
            partitioner={partitioner}
            partitionKey={partitionKey}
            partitions={partitions}
            chosen={partitioner.id === chosen}
          />
        ))}
      </div>
      <Proof lesson="03-keys-and-partitioners" claim="partitioners-disagree" />
    </div>
  );
}

interface RuleProps {
  readonly partitioner: Partitioner;
  readonly partitionKey: string;
  readonly partitions: number;
  readonly chosen: boolean;
}

function Rule({ partitioner, partitionKey, partitions, chosen }: RuleProps) {
  const { hash, positive, partition } = partitioner.place(partitionKey, partitions);
  return (
    <div className="pg-rule" data-chosen={chosen}>
      <h3>{partitioner.title}</h3>
      <dl>
        <div>
          <dt>{partitioner.hashName}</dt>
          <dd>{minus(hash)}</dd>
        </div>
        <div>
          <dt>{partitioner.positiveBy ? <code>{partitioner.positiveBy}</code> : 'positive already'}</dt>
          <dd>{positive}</dd>
        </div>
        <div>
          <dt>
            <code>% {partitions}</code>
          </dt>
          <dd className="pg-rule-answer">partition {partition}</dd>
        </div>
      </dl>
    </div>
  );
}

const hex = (byte: number) => byte.toString(16).padStart(2, '0');
const minus = (n: number) => String(n).replace('-', '−');
