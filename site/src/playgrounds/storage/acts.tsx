import { useState } from 'react';
import { Choice } from '../kit/choice.tsx';
import type { Act } from './bench.ts';
import { day, hour } from './stories.ts';

const keys = ['none', 'ada', 'bob', 'eve'] as const;
const stamps = { now: 0, 'two hours ago': -2 * hour, tomorrow: day } as const;

/** What can be done to the log. */
export function Acts({ compact, onAct }: { readonly compact: boolean; onAct(act: Act): void }) {
  const [chosen, setKey] = useState<(typeof keys)[number] | null>(null);
  const [stamp, setStamp] = useState<keyof typeof stamps>('now');
  const key = chosen ?? (compact ? 'ada' : 'none');
  const send = (tombstone: boolean) => onAct({ does: 'send', key: key === 'none' ? null : key, tombstone, ahead: stamps[stamp] });
  return (
    <div className="pg-acts">
      <div className="pg-row">
        <Choice label="Key" value={key} onChange={setKey} options={keys.map((value) => ({ value, says: value }))} />
        <Choice
          label="Time stamp"
          value={stamp}
          onChange={setStamp}
          options={Object.keys(stamps).map((value) => ({ value: value as keyof typeof stamps, says: value }))}
        />
      </div>
      <div className="pg-options">
        <button type="button" onClick={() => send(false)}>
          Send a record
        </button>
        <button type="button" disabled={key === 'none'} onClick={() => send(true)}>
          Send a tombstone
        </button>
      </div>
      <div className="pg-options">
        <button type="button" onClick={() => onAct({ does: 'wait', ms: hour, text: 'An hour passed.' })}>
          An hour passes
        </button>
        <button type="button" onClick={() => onAct({ does: 'wait', ms: day, text: 'A day passed.' })}>
          A day passes
        </button>
        <button type="button" onClick={() => onAct({ does: 'check' })}>
          Retention check
        </button>
        <button type="button" onClick={() => onAct({ does: 'clean' })}>
          Cleaner
        </button>
      </div>
    </div>
  );
}
