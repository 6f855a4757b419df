import { exportText, isPrivate, merge, readExport, type Stamped } from '@proving/progress/browser';
import { useState } from 'react';
import { useCourse } from '../course.ts';
import { receive } from '../store/own-log.ts';
import type { Log } from './use-log.ts';

/** Export and import of the log that this browser keeps. The machine's own log is read here and never written. */
export function HandOn({ log, changed }: { readonly log: Log; changed(): void }) {
  const { version } = useCourse();
  const [said, setSaid] = useState('');
  const [words, setWords] = useState(false);
  const all = merge<Stamped>(log.entries, log.newer);
  const held = all.filter(isPrivate).length;
  const load = async (file: File) => {
    const read = readExport(await file.text());
    if (read === null) return setSaid(`${file.name} is no progress log: none of its lines is an entry.`);
    const lines = [...read.entries, ...read.others];
    const received = receive(lines);
    const unread = read.unreadable.length === 0 ? '' : ` ${read.unreadable.length} of its lines could not be read.`;
    setSaid(`${counted(received)} added, ${lines.length - received} were here already.${unread}`);
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
        <button
          type="button"
          onClick={() => save(exportText(all, { name: '', at: new Date().toISOString(), course: version, words }))}
        >
          Export
        </button>{' '}
        <label className="file-button">
          Import
          <input
            type="file"
            accept=".jsonl,application/jsonl"
            onChange={({ target }) => {
              const file = target.files?.[0];
              target.value = '';
              if (file) load(file).catch((error: Error) => setSaid(`${file.name} could not be kept: ${error.message}`));
            }}
          />
        </label>{' '}
        <output>{said}</output>
      </p>
      {held > 0 && (
        <p>
          <label>
            <input type="checkbox" checked={words} onChange={({ target }) => setWords(target.checked)} /> Export with your notes,
            and with why runs could not be judged: {held === 1 ? 'one line' : `${held} lines`}. They may say more than you want to
            hand on.
          </label>
        </p>
      )}
    </section>
  );
}

/** Offers a text as a file to keep. */
function save(text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
  link.download = 'progress.jsonl';
  link.click();
  URL.revokeObjectURL(link.href);
}

const counted = (n: number) => (n === 1 ? 'One entry' : `${n} entries`);
