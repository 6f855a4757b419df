import { PartitionerPlayground } from '../playgrounds/partitioner/partitioner.tsx';
import { PlaygroundPage } from './PlaygroundPage.tsx';

export default function PartitionerPage() {
  return (
    <PlaygroundPage
      at="/playgrounds/partitioner"
      lead="Type keys, compare three rules, grow the topic, and watch keys move."
      lesson="03-keys-and-partitioners"
    >
      <PartitionerPlayground />
    </PlaygroundPage>
  );
}
