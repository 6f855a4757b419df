import { inSentences, seconds } from '@proving/replay';
import { memo, type ReactNode, useState } from 'react';
import { placed } from './arm.tsx';
import type { Run } from './load.ts';

/** The whole run in words, for who would rather read it. Made when it is opened: it can be long. */
export function Transcript({ runs, onSeek }: { runs: readonly Run[]; onSeek: (t: number) => void }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details className="pg-replay-transcript" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>The run in words</summary>
      {open ? (
        <div className="pg-replay-arms">
          {runs.map((run) => (
            <TranscriptOf key={run.id} run={run} onSeek={onSeek} />
          ))}
        </div>
      ) : null}
    </details>
  );
}

/** It does not change while the run is played. */
const TranscriptOf = memo(function TranscriptOf({ run, onSeek }: { run: Run; onSeek: (t: number) => void }) {
  const { header, end } = run;
  return (
    <section aria-label={`${run.label} in words`}>
      <h4>{run.label}</h4>
      <ol>
        {placed(end.timeline.items).map(({ item, place }) => (
          <li key={place}>
            <button type="button" onClick={() => onSeek(item.t)} title="Go to this moment">
              {seconds(item.t)}
            </button>{' '}
            {item.sentence}.
          </li>
        ))}
      </ol>
      <p>{inSentences(end.ladder).join(' ')}</p>
      <p className="pg-replay-came">
        Recorded on Kafka {header.kafka}, {header.at.slice(0, 10)}, with{' '}
        {Object.entries(header.clients)
          .map(([name, version]) => `${name} ${version}`)
          .join(', ')}
        .
      </p>
    </section>
  );
});
