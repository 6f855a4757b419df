import { WindowsPlayground } from '../playgrounds/windows/windows-playground.tsx';
import { PlaygroundPage } from './PlaygroundPage.tsx';

export default function WindowsPage() {
  return (
    <PlaygroundPage
      at="/playgrounds/windows"
      lead="Let records come out of order, change the size of the windows and their grace, and see which are counted, where, and which come too late."
      lesson={null}
      shows="Its rule is that of Kafka Streams, and tests hold it against what Streams 4.3.1 answered to the same records once. It will be held against recorded runs when the lesson on time and windows is here."
    >
      <WindowsPlayground />
    </PlaygroundPage>
  );
}
