import { readFile } from 'node:fs/promises';
import type { Lab, Topic } from '@proving/lab';

/** Settings of a topic: the newest record of each key stays; an hour between time stamps opens a new segment. */
// #region compact
export const compact = {
  'cleanup.policy': 'compact',
  'segment.ms': '3600000',
  'min.cleanable.dirty.ratio': '0.01',
};
// #endregion

/**
 * Waits until the leader's cleaner has been through every closed segment of partition 0. A broker notes how far its cleaner
 * has come in `cleaner-offset-checkpoint`, one line for each partition: topic, partition, first offset that is not cleaned.
 */
export async function isCleaned(lab: Lab, topic: Topic): Promise<void> {
  const { leader } = await topic.partition(0);
  const files = await lab.cluster.use('files');
  await lab.eventually(
    `the cleaner has been through ${topic.title}`,
    async () => {
      const active = (await lab.segmentsOf(topic)).at(-1)?.base;
      const note = await files.path(leader, 'cleaner-offset-checkpoint');
      const lines = (await readFile(note, 'utf8').catch(() => '')).split('\n');
      return lines.includes(`${topic.name} 0 ${active}`);
    },
    { giveUpAfter: '20s' },
  );
  lab.step(`the cleaner has been through ${topic.title}`);
}
