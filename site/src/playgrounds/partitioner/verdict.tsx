import { Proof } from '../kit/proof.tsx';
import type { Partitioner } from './partitioners.ts';
import { type Spread, spreadOf } from './spread.ts';

interface Props {
  readonly records: readonly string[];
  readonly partitioner: Partitioner;
  readonly partitions: number;
}

/** What there is to say about how the records lie: the answer to "all are going to the same partition". */
export function Verdict({ records, partitioner, partitions }: Props) {
  const spread = spreadOf(records, (key) => partitioner.place(key, partitions).partition, partitions);
  return (
    <div className="pg-verdict" data-kind={spread.kind} aria-live="polite">
      <p>{inWords(spread, partitions)}</p>
      <Proof lesson="03-keys-and-partitioners" claim={claimOf(spread)} />
    </div>
  );
}

function inWords(spread: Spread, partitions: number): string {
  switch (spread.kind) {
    case 'nothing':
      return 'No keys yet. A record without a key is not placed by this rule at all: kafkajs deals such records out in turn, and the Java client fills a batch for one partition before it goes on to the next.';
    case 'one-partition':
      return 'All go to partition 0, because the topic has one partition. Topics that were made by themselves, on a first send, often have just one.';
    case 'one-key':
      return `All go to one partition, because all have one key, "${spread.key}". The same bytes give the same number, and that is what a key is for. Choose a key with many values.`;
    case 'together':
      return `All ${spread.keys} keys go to one partition by chance. With ${partitions} partitions that happens once in ${round(spread.oneIn)} times; with more keys it is soon over.`;
    case 'hot-key':
      return `${percent(spread.share)} of the records have the key "${spread.key}", so one partition and its one reader get them all. More partitions or readers do not help.`;
    case 'gaps':
      return `${counted(spread.empty)} of ${partitions} partitions ${spread.empty === 1 ? 'has' : 'have'} no key. Chance leaves about ${round(spread.expected)} empty with so few keys: keys are hashed, not dealt out.`;
    case 'everywhere':
      return 'Every partition has keys. They are not even, since keys are hashed and not dealt out; with many keys they come close.';
  }
}

const claimOf = ({ kind }: Spread) =>
  kind === 'hot-key' || kind === 'one-key' ? 'one-hot-key-one-busy-consumer' : 'the-client-decides';

const percent = (share: number) => `${Math.round(share * 100)} %`;
const counted = (n: number) => (n === 1 ? 'One' : String(n));
const round = (n: number) =>
  n >= 1_000_000 ? 'millions of' : n < 10 ? String(Number(n.toFixed(1))) : Math.round(n).toLocaleString('en');
