import { type Batch, headerAt } from './record-batch.ts';

/** An entry of an `.index` file: a batch's last offset, counted from the file's name, and where the batch begins. */
export interface Entry {
  readonly offset: number;
  readonly position: number;
}

/** The entries of an `.index` file: 8 bytes each, the zeros behind them are room for more. */
export function entriesIn(index: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < index.length; at += 8) {
    const entry = { offset: index.readInt32BE(at), position: index.readInt32BE(at + 4) };
    if (entry.position === 0) break;
    entries.push(entry);
  }
  return entries;
}

// #region find
/** The batch with that offset, and how many were looked at for it. */
export function find(wanted: number, entries: Entry[], log: Buffer) {
  const from = entries.findLast(({ offset }) => offset <= wanted);
  let batch: Batch = headerAt(log, from?.position ?? 0);
  let looked = 1;
  while (batch.lastOffset < wanted) {
    batch = headerAt(log, batch.at + batch.bytes);
    looked += 1;
  }
  return { batch, looked };
}
// #endregion
