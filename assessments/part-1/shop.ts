import type { Site } from '@proving/lab';

export const partitions = 4;
const perPartition = 12;

/** An order and where it stands. */
export interface Placed {
  readonly order: string;
  readonly partition: number;
  readonly offset: number;
}

/** Where the packer's work ends, by partition: the half that the counter got is cut short somewhere, each learner's elsewhere. */
export function packedUpTo(seed: number): readonly number[] {
  const first = seed % partitions;
  const second = (first + 1 + (Math.floor(seed / 4) % (partitions - 1))) % partitions;
  const cut = { [first]: 3 + (Math.floor(seed / 12) % 3), [second]: 6 + (Math.floor(seed / 36) % 3) };
  return Array.from({ length: partitions }, (_, partition) => cut[partition] ?? perPartition);
}

/** All orders of the day, one partition after the other in turn. */
export const day: readonly Placed[] = Array.from({ length: partitions * perPartition }, (_, i) => ({
  order: `order ${i + 1}`,
  partition: i % partitions,
  offset: Math.floor(i / partitions),
}));

/** The settings with which the two programs start: the last record of each key counts. */
export const setting = (group: string) => `group.id=${group}`;

/** Where a program starts to read, by partition. Without a commit it begins at the front. */
export async function startsAt(site: Site, group: string): Promise<readonly number[]> {
  const committed = await site.committed(group, 'orders');
  return Array.from({ length: partitions }, (_, partition) => committed.get(partition) ?? 0);
}

/** The group that a program will join when it starts; null where its settings name none. */
export async function groupOf(site: Site, program: string): Promise<string | null> {
  const said = (await site.read('programs')).findLast(({ key }) => key === program)?.value ?? '';
  return /^group\.id=(\S+)$/.exec(said.trim())?.[1] ?? null;
}
