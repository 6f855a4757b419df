import { WindowsPlayground } from '../playgrounds/windows/windows-playground.tsx';
import { PlaygroundPage } from './PlaygroundPage.tsx';

export default function WindowsPage() {
  return (
    <PlaygroundPage
      at="/playgrounds/windows"
      lead="Let records come out of order, change the size of the windows and their grace, and see which are counted, where, and which come too late."
      lesson="19-time-and-windows"
      shows="Its model is held against recorded runs in which Kafka Streams counted the same records, those of"
    >
      <WindowsPlayground />
    </PlaygroundPage>
  );
}
