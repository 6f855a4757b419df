import type { Lab, Topic } from '@proving/lab';
import type { Producer } from 'kafkajs';
import { hours } from './time-stamp.ts';

/**
 * Waits until the retention check of the leader of partition 0 has been through all its logs. `clock` shows it: a record in
 * there is older than the topic keeps and nothing stands beside it, so it is gone after a check. That check may have begun
 * before we asked; a second record is sent when the first is gone, and when that is gone too a whole check has passed.
 */
export async function retentionCheckHasPassed(
  lab: Lab,
  topic: Topic,
  producer: Producer,
): Promise<void> {
  const { leader } = await topic.partition(0);
  const config = { 'retention.ms': '3600000' };
  const clock = await lab.topic({ title: 'clock', assignment: [[leader]], config });
  for (const [i, value] of ['tick', 'tock'].entries()) {
    await producer.send({ topic: clock.name, messages: [{ value, timestamp: hours(-2) }] });
    const gone = async () => (await clock.offsets())[0]?.start === i + 1;
    await lab.eventually(`the retention check has deleted ${value}`, gone);
  }
  lab.step('a whole retention check has gone by');
}
