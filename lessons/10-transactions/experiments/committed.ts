import type { Lab, Topic } from '@proving/lab';

/** What an independent read_committed reader finds in a topic. */
export async function committed(lab: Lab, topic: Topic): Promise<string[]> {
  const records = await lab.readAll(topic, { isolation: 'read_committed' });
  return records.map(({ value }) => `${value}`);
}
