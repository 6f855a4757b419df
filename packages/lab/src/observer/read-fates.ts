import type { Connection } from '@platformatic/kafka';
import type { ReadRecord } from '../lab.ts';
import { whole } from '../text.ts';
import { bounds, control, fetchBatches, transactional } from './fetch-batches.ts';

/** What became of a record: `plain` was in no transaction, `open` is in one that has not ended. */
export type Fate = 'plain' | 'committed' | 'aborted' | 'open';

export interface FatedRecord extends ReadRecord {
  readonly fate: Fate;
}

/** A partition from its log start to its high watermark. A record's fate is told by its producer's next marker (KIP-98). */
export async function readFates(connection: Connection, topic: string, partition: number): Promise<readonly FatedRecord[]> {
  const within = await bounds(connection, topic, partition, 'read_uncommitted');
  const records: (ReadRecord & { fate: Fate })[] = [];
  const open = new Map<bigint, (ReadRecord & { fate: Fate })[]>();
  for await (const { batches } of fetchBatches(connection, topic, partition, 'read_uncommitted', within)) {
    for (const { attributes, firstOffset, producerId, records: held } of batches) {
      if (attributes & control) {
        for (const record of open.get(producerId) ?? []) record.fate = isCommit(held[0]?.key) ? 'committed' : 'aborted';
        open.delete(producerId);
        continue;
      }
      for (const { key, value, offsetDelta } of held) {
        const offset = firstOffset + BigInt(offsetDelta);
        if (offset < within.start || offset >= within.end) continue;
        const fate = attributes & transactional ? 'open' : 'plain';
        const record = { partition, offset: Number(offset), key: whole(key), value: whole(value), fate } as const;
        records.push(record);
        if (fate === 'open') open.set(producerId, [...(open.get(producerId) ?? []), record]);
      }
    }
  }
  return records;
}

/** A marker's key holds two 16-bit numbers: its version, then 0 for abort or 1 for commit. */
function isCommit(key: unknown): boolean {
  return Buffer.isBuffer(key) && key.length >= 4 && key.readInt16BE(2) === 1;
}
