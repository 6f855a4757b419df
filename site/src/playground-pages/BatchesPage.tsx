import { BatchesPlayground } from '../playgrounds/batches/batches.tsx';
import { PlaygroundPage } from './PlaygroundPage.tsx';

export default function BatchesPage() {
  return (
    <PlaygroundPage
      at="/playgrounds/batches"
      lead="Record batches as a broker wrote them, byte by byte: every field with its meaning, the checksum, and what a flipped bit does."
      lesson="11-storage"
      shows="Such files are opened by hand in"
    >
      <BatchesPlayground />
    </PlaygroundPage>
  );
}
