import type { Connection } from '@platformatic/kafka';
import type { StampedRecord } from '../lab.ts';
import { whole } from '../text.ts';
import { appendTime, bounds, control, fetchBatches, type Isolation, transactional } from './fetch-batches.ts';

/**
 * A partition from its log start to its high watermark (read_uncommitted) or last stable offset (read_committed).
 * Aborted records are left out as the Java consumer does it: the broker's list, in the order of first offsets, opens a
 * producer's aborted stretch, and that producer's marker closes it.
 */
export async function readPartition(
  connection: Connection,
  topic: string,
  partition: number,
  isolation: Isolation,
): Promise<readonly StampedRecord[]> {
  const { start, end } = await bounds(connection, topic, partition, isolation);
  const records: StampedRecord[] = [];
  for await (const { batches, abortedTransactions } of fetchBatches(connection, topic, partition, isolation, { start, end })) {
    const waiting = [...abortedTransactions].sort((a, b) => Number(a.firstOffset - b.firstOffset));
    const aborted = new Set<bigint>();
    for (const batch of batches) {
      const last = batch.firstOffset + BigInt(batch.lastOffsetDelta);
      while (waiting[0] && waiting[0].firstOffset <= last) aborted.add((waiting.shift() as { producerId: bigint }).producerId);
      if (batch.attributes & control) {
        aborted.delete(batch.producerId);
        continue;
      }
      if (isolation === 'read_committed' && batch.attributes & transactional && aborted.has(batch.producerId)) continue;
      for (const record of batch.records) {
        const offset = batch.firstOffset + BigInt(record.offsetDelta);
        if (offset < start || offset >= end) continue;
        const stamp = batch.attributes & appendTime ? batch.maxTimestamp : batch.firstTimestamp + record.timestampDelta;
        records.push({
          partition,
          offset: Number(offset),
          key: whole(record.key),
          value: whole(record.value),
          timestamp: Number(stamp),
        });
      }
    }
  }
  return records;
}
