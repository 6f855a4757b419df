import type { Store } from '@proving/lesson-17/streams';
import type { Admin } from 'kafkajs';
import type { Topics } from './commit.ts';
import type { Copy } from './copy.ts';

/** What a task goes on with. */
export interface Restored {
  readonly store: Store;
  /** The committed position, the offset of the next record. */
  readonly position: number;
  /** Changes that were read for it, from the moment it was asked for. */
  readonly read: number;
}

// #region restored
/** Store and position of a partition. Asked for when its producer has taken over, so that both are settled. */
export async function restored(admin: Admin, { group, from, changelog }: Topics, copy: Copy, partition: number): Promise<Restored> {
  const known = copy.changes(partition);
  const ends = await admin.fetchTopicOffsets(changelog);
  const log = ends.find((end) => end.partition === partition);
  const store = await copy.take(partition, Number(log?.low ?? 0), Number(log?.high ?? 0));

  const [of] = await admin.fetchOffsets({ groupId: group, topics: [from] });
  const committed = of?.partitions.find((each) => each.partition === partition);
  const position = Math.max(0, Number(committed?.offset ?? 0));
  return { store, position, read: copy.changes(partition) - known };
}
// #endregion
