import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lab, Topic } from '@proving/lab';

/** The first segment's files in the folder of the leader of partition 0: records and index, byte by byte. */
export async function firstSegment(
  lab: Lab,
  topic: Topic,
): Promise<{ log: Buffer; index: Buffer }> {
  const { leader } = await topic.partition(0);
  const files = await lab.cluster.use('files');
  const folder = await files.path(leader, `${topic.name}-0`);
  const [log, index] = ['log', 'index'].map((kind) =>
    readFile(join(folder, `00000000000000000000.${kind}`)),
  ) as [Promise<Buffer>, Promise<Buffer>];
  return { log: await log, index: await index };
}
