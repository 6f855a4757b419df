import { useReducer } from 'react';
import { Choice } from '../kit/choice.tsx';
import { Playground } from '../kit/playground.tsx';
import { Acts } from './acts.tsx';
import { after, begin } from './bench.ts';
import { Reader } from './reader.tsx';
import { Segments } from './segments.tsx';
import { SettingsOf } from './settings.tsx';
import '../kit/halves.css';
import './storage.css';
import { type Story, stories } from './stories.ts';

/** Append, roll, delete by age or size, compact: what a partition's files hold, and what a reader still gets. */
export function StoragePlayground() {
  const [bench, act] = useReducer(after, stories[0] as Story, begin);
  const { story, log, now, said } = bench;
  return (
    <Playground name="Storage playground">
      <div className="pg-block">
        <Choice
          label="Begin with"
          value={story.title}
          onChange={(title) => act({ does: 'begin', story: stories.find((each) => each.title === title) ?? story })}
          options={stories.map(({ title }) => ({ value: title, says: title }))}
        />
        <p>{story.ask}</p>
      </div>
      <Segments log={log} now={now} />
      <Acts compact={log.settings['cleanup.policy'] === 'compact'} onAct={act} />
      <div className="pg-said" aria-live="polite">
        {said.length === 0 ? (
          <p className="pg-quiet">
            On a broker the retention check comes by itself, every five minutes, and the cleaner whenever enough is new. Here you
            send for them.
          </p>
        ) : (
          <ol>
            {said.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        )}
      </div>
      <div className="pg-halves">
        <Reader log={log} />
        <SettingsOf settings={log.settings} onAct={act} />
      </div>
    </Playground>
  );
}
