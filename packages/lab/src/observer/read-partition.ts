import type { Connection } from '@platformatic/kafka';
import type { ReadRecord } from '../lab.ts';
import { whole } from '../text.ts';
import { library } from './connections.ts';

const transactional = 1 << 4;
const control = 1 << 5;

/**
 * A partition from its log start to its high watermark (read_uncommitted) or last stable offset (read_committed).
 * Aborted records are left out as the Java consumer does it: the broker's list, in the order of first offsets, opens a
 * producer's aborted stretch, and that producer's marker closes it.
 */
export async function readPartition(
  connection: Connection,
  topic: string,
  partition: number,
  isolation: 'read_committed' | 'read_uncommitted',
): Promise<readonly ReadRecord[]> {
  const { fetchV12, listOffsetsV9 } = await library();
  const level = isolation === 'read_committed' ? 1 : 0;
  const bound = async (timestamp: bigint) => {
    const answer = await listOffsetsV9.api.async(connection, -1, level, [
      { name: topic, partitions: [{ partitionIndex: partition, currentLeaderEpoch: -1, timestamp }] },
    ]);
    return answer.topics[0]?.partitions[0]?.offset ?? 0n;
  };
  const [start, end] = [await bound(-2n), await bound(-1n)];
  const records: ReadRecord[] = [];
  for (let next = start; next < end; ) {
    const asked = [
      {
        topicId: topic,
        partitions: [{ partition, currentLeaderEpoch: -1, fetchOffset: next, lastFetchedEpoch: -1, partitionMaxBytes: 4_194_304 }],
      },
    ];
    const answer = await fetchV12.api.async(connection, 200, 1, 8_388_608, level, 0, -1, asked, [], '');
    const fetched = answer.responses[0]?.partitions[0];
    const batches = fetched?.records ?? [];
    if (batches.length === 0) break;
    const waiting = [...(fetched?.abortedTransactions ?? [])].sort((a, b) => Number(a.firstOffset - b.firstOffset));
    const aborted = new Set<bigint>();
    for (const batch of batches) {
      const last = batch.firstOffset + BigInt(batch.lastOffsetDelta);
      while (waiting[0] && waiting[0].firstOffset <= last) aborted.add((waiting.shift() as { producerId: bigint }).producerId);
      if (last >= next) next = last + 1n;
      if (batch.attributes & control) {
        aborted.delete(batch.producerId);
        continue;
      }
      if (level === 1 && batch.attributes & transactional && aborted.has(batch.producerId)) continue;
      for (const record of batch.records) {
        const offset = batch.firstOffset + BigInt(record.offsetDelta);
        if (offset >= start && offset < end)
          records.push({ partition, offset: Number(offset), key: whole(record.key), value: whole(record.value) });
      }
    }
  }
  return records;
}
