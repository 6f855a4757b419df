import type { BrokerId } from '@proving/spec';
import { eventually } from '../wait.ts';
import type { Connections } from './connections.ts';
import { setTopicSetting, topicSettings } from './topic-settings.ts';

const setting = 'flush.ms';
/** Kafka's own default, 2^63 − 1 ms. This far below it, the setting means as little as there. */
const never = 2n ** 63n - 1n;
let changes = 0n;

/**
 * Returns when a broker acts on all that its metadata showed when this was called. A broker shows a change of the cluster's
 * metadata a moment before its replicas follow it, and takes up the next change only behind that
 * (`BrokerMetadataPublisher.onMetadataUpdate`, 4.3). So one more change, of a setting that has no effect, is made, and waited for there.
 */
export async function hasActed(connections: Connections, broker: BrokerId, topic: string): Promise<void> {
  changes += 1n;
  const value = String(never - changes);
  await connections.anywhere((connection) => setTopicSetting(connection, topic, setting, value));
  await eventually(`broker ${broker} acts on what it was told`, async () => {
    const shown = await topicSettings(await connections.to(broker), topic, [setting]);
    return shown.get(setting) === value;
  });
}
