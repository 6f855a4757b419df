import { useId, useState } from 'react';
import { Choice } from '../kit/choice.tsx';
import { Playground } from '../kit/playground.tsx';
import { Figure } from './figure.tsx';
import { mostRecords, recordsIn, samples } from './records.ts';
import { Results } from './results.tsx';
import { Slider } from './slider.tsx';
import '../kit/halves.css';
import './windows.css';
import { countedBy, type Windowing } from './windows.ts';

/** Records out of order, windows of a size, a grace: which window counts which record, when it is over, and what comes too late. */
export function WindowsPlayground() {
  const [text, setText] = useState<string>(samples[0].text);
  const [size, setSize] = useState(10);
  const [grace, setGrace] = useState(0);
  const [overlap, setOverlap] = useState(false);
  const id = useId();
  const { records, unread } = recordsIn(text);
  const windowing: Windowing = { size, grace, advance: overlap ? size / 2 : size };
  const arrivals = countedBy(records, windowing);
  const late = arrivals.filter(({ counts }) => counts.length === 0).length;

  return (
    <Playground name="Windows playground">
      <div className="pg-block">
        <div className="pg-field pg-window-records">
          <label htmlFor={id}>Records in the order in which they come: key@second</label>
          <textarea id={id} rows={2} spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        <div className="pg-options">
          {samples.map((sample) => (
            <button key={sample.title} type="button" onClick={() => setText(sample.text)}>
              {sample.title}
            </button>
          ))}
        </div>
        {unread.length > 0 && (
          <p role="status">
            Not read: {unread.slice(0, 5).join(' ')}
            {unread.length > 5 && ' …'}. A record is a key, @, and a second from 0 to 600, as in a@9.5; at most {mostRecords} of
            them.
          </p>
        )}
      </div>
      <div className="pg-row">
        <Slider label="Size of a window" value={size} min={4} max={30} step={2} onChange={setSize} />
        <Slider label="Grace" value={grace} min={0} max={30} step={1} onChange={setGrace} />
        <Choice
          label="The next window begins"
          value={overlap ? 'half' : 'end'}
          onChange={(value) => setOverlap(value === 'half')}
          options={[
            { value: 'end', says: 'where one ends: tumbling' },
            { value: 'half', says: 'half a size later: hopping' },
          ]}
        />
      </div>
      <p aria-live="polite">
        {records.length === 0
          ? 'No record has come. There is no window, and no time: stream time is the largest time that a record brought.'
          : late === 0
            ? 'Every record is counted.'
            : `${late} of ${records.length} records ${late === 1 ? 'is' : 'are'} counted nowhere.`}
      </p>
      {records.length > 0 && (
        <div className="pg-block">
          <Figure {...{ arrivals, windowing }} />
          <p className="pg-quiet">
            From left to right: when it happened. From top to bottom: when it came. The full line is stream time, the dotted one
            stream time less the grace: a window whose end lies left of it is over. ● counted, ✕ too late for all of its windows.
          </p>
        </div>
      )}
      <Results {...{ arrivals, windowing }} />
    </Playground>
  );
}
