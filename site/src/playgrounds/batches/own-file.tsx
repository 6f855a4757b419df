import { useId, useState } from 'react';
import { NumberField } from '../kit/number-field.tsx';
import { batchesIn, type Specimen } from './specimens.ts';

interface Opened {
  readonly name: string;
  readonly batches: readonly Uint8Array<ArrayBuffer>[];
  readonly at: number;
}

/** A `.log` file from the reader's own disk. It is read in the page and goes nowhere. */
export function OwnFile({ onOpen }: { onOpen(specimen: Specimen): void }) {
  const id = useId();
  const [opened, setOpened] = useState<Opened | null>(null);
  const show = (next: Opened) => {
    setOpened(next);
    const bytes = next.batches[next.at];
    const [count, nth] = [next.batches.length, next.at + 1];
    if (bytes) onOpen({ title: `${next.name} ${nth}`, says: `Batch ${nth} of ${count} in ${next.name}.`, bytes });
  };
  const read = async (file: File | undefined) => {
    if (!file) return;
    // A segment may have a gigabyte; its first batches are in the first of it.
    const bytes = new Uint8Array(await file.slice(0, 4_194_304).arrayBuffer());
    show({ name: file.name, batches: batchesIn(bytes), at: 0 });
  };
  return (
    <div className="pg-row">
      <div className="pg-field">
        <label htmlFor={id}>
          Or a <code>.log</code> file of your own (<code>pnpm cluster status</code> says where); it stays on this page
        </label>
        <input id={id} type="file" accept=".log" onChange={(event) => void read(event.target.files?.[0])} />
      </div>
      {opened && opened.batches.length === 0 && <p role="status">There is no record batch at the beginning of {opened.name}.</p>}
      {opened && opened.batches.length > 1 && (
        <NumberField
          label="Batch"
          value={opened.at + 1}
          min={1}
          max={opened.batches.length}
          onChange={(nth) => show({ ...opened, at: nth - 1 })}
        />
      )}
    </div>
  );
}
