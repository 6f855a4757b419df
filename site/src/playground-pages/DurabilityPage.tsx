import { DurabilityPlayground } from '../playgrounds/durability/durability.tsx';
import { PlaygroundPage } from './PlaygroundPage.tsx';

export default function DurabilityPage() {
  return (
    <PlaygroundPage
      at="/playgrounds/durability"
      lead="acks, min.insync.replicas and silent followers in one table: what a send answers, who can read the record, and what outlives the leader."
      lesson="07-acks-and-durability"
    >
      <DurabilityPlayground />
    </PlaygroundPage>
  );
}
