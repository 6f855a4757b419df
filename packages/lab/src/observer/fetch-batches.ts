import type { Connection } from '@platformatic/kafka';
import { library } from './connections.ts';

export type Isolation = 'read_committed' | 'read_uncommitted';

const levels = { read_uncommitted: 0, read_committed: 1 } as const;

/** Bits of a record batch's attributes (Kafka docs, Implementation, Message Format). */
export const appendTime = 1 << 3;
export const transactional = 1 << 4;
export const control = 1 << 5;

/** A partition's log start and its end for that reader: high watermark (read_uncommitted) or last stable offset (read_committed). */
export async function bounds(
  connection: Connection,
  topic: string,
  partition: number,
  isolation: Isolation,
): Promise<{ readonly start: bigint; readonly end: bigint }> {
  const { listOffsetsV9 } = await library();
  const bound = async (timestamp: bigint) => {
    const answer = await listOffsetsV9.api.async(connection, -1, levels[isolation], [
      { name: topic, partitions: [{ partitionIndex: partition, currentLeaderEpoch: -1, timestamp }] },
    ]);
    return answer.topics[0]?.partitions[0]?.offset ?? 0n;
  };
  return { start: await bound(-2n), end: await bound(-1n) };
}

/** The record batches from `start` on, fetch by fetch, until one reaches `end`; markers are among them. */
export async function* fetchBatches(
  connection: Connection,
  topic: string,
  partition: number,
  isolation: Isolation,
  { start, end }: { readonly start: bigint; readonly end: bigint },
) {
  const { fetchV12 } = await library();
  for (let next = start; next < end; ) {
    const asked = [
      {
        topicId: topic,
        partitions: [{ partition, currentLeaderEpoch: -1, fetchOffset: next, lastFetchedEpoch: -1, partitionMaxBytes: 4_194_304 }],
      },
    ];
    const answer = await fetchV12.api.async(connection, 200, 1, 8_388_608, levels[isolation], 0, -1, asked, [], '');
    const fetched = answer.responses[0]?.partitions[0];
    const batches = fetched?.records ?? [];
    if (batches.length === 0) return;
    yield { batches, abortedTransactions: fetched?.abortedTransactions ?? [] };
    for (const { firstOffset, lastOffsetDelta } of batches) {
      const last = firstOffset + BigInt(lastOffsetDelta);
      if (last >= next) next = last + 1n;
    }
  }
}
