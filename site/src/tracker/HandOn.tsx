import { merge, readLog } from '@proving/progress/browser';
import { useState } from 'react';
import { readOwnLog, writeOwnLog } from '../store/own-log.ts';
import type { Log } from './use-log.ts';

/** Export and import of the log that this browser keeps. The machine's own log is read here and never written. */
export function HandOn({ log, changed }: { readonly log: Log; changed(): void }) {
  const [said, setSaid] = useState('');
  const save = () => {
    const text = [...log.entries, ...log.newer].map((entry) => `${JSON.stringify(entry)}\n`).join('');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
    link.download = 'progress.jsonl';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const load = async (file: File) => {
    const own = readOwnLog();
    const read = readLog(await file.text());
    const all = merge(own.entries, read.entries);
    writeOwnLog(all);
    setSaid(`${all.length - own.entries.length} entries were new, ${read.entries.length} were in the file.`);
    changed();
  };
  return (
    <section className="hand-on">
      <h2>Where this comes from</h2>
      <p>
        {log.from === 'machine'
          ? 'From the log of this machine, read as it grows, and from what you answered on these pages in this browser.'
          : 'From what you answered on these pages in this browser. Served by pnpm site, this page also reads the log of your terminal.'}{' '}
        Nothing of it leaves the machine.
      </p>
      <p>
        <button type="button" onClick={save}>
          Export
        </button>{' '}
        <label className="file-button">
          Import
          <input
            type="file"
            accept=".jsonl,application/jsonl"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) load(file).catch((error: Error) => setSaid(`${file.name} could not be read: ${error.message}`));
            }}
          />
        </label>{' '}
        <output>{said}</output>
      </p>
    </section>
  );
}
