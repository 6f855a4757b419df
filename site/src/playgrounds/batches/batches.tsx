import { useState } from 'react';
import { Choice } from '../kit/choice.tsx';
import { Playground } from '../kit/playground.tsx';
import { Proof } from '../kit/proof.tsx';
import './batches.css';
import { Lens } from './lens.tsx';
import { OwnFile } from './own-file.tsx';
import { recordedOn } from './recorded.ts';
import { type Specimen, specimens } from './specimens.ts';

/** Record batches byte by byte, as a broker wrote them; or those of a file of one's own. */
export function BatchesPlayground() {
  const [specimen, setSpecimen] = useState<Specimen>(specimens[0] as Specimen);
  return (
    <Playground name="Batch playground">
      <div className="pg-block">
        <Choice
          label={`Written by a broker of Kafka ${recordedOn}`}
          value={specimen.title}
          onChange={(title) => setSpecimen(specimens.find((each) => each.title === title) ?? specimen)}
          options={specimens.map(({ title }) => ({ value: title, says: title }))}
        />
        <OwnFile onOpen={setSpecimen} />
        <p>{specimen.says}</p>
      </div>
      <Lens key={specimen.title} bytes={specimen.bytes} />
      <div className="pg-proofs">
        <Proof lesson="11-storage" claim="records-live-in-batches" />
        <Proof lesson="08-batching-and-compression" claim="compression-works-on-batches" />
      </div>
    </Playground>
  );
}
