import { StoragePlayground } from '../playgrounds/storage/storage.tsx';
import { PlaygroundPage } from './PlaygroundPage.tsx';

export default function StoragePage() {
  return (
    <PlaygroundPage
      at="/playgrounds/storage"
      lead="Append records, let time pass, send for the retention check and the cleaner, and see which files and which offsets are left."
      lesson="11-storage"
    >
      <StoragePlayground />
    </PlaygroundPage>
  );
}
