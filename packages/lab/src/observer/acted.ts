import type { BrokerId } from '@proving/spec';
import { eventually } from '../wait.ts';
import { type Connections, library } from './connections.ts';

const topicResource = 2;
const set = 0;
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
  const { incrementalAlterConfigsV1, describeConfigsV4 } = await library();
  changes += 1n;
  const value = String(never - changes);
  const resource = { resourceType: topicResource, resourceName: topic } as const;
  const change = { ...resource, configs: [{ name: setting, configOperation: set, value } as const] };
  await connections.anywhere((connection) => incrementalAlterConfigsV1.api.async(connection, [change], false));
  const asked = { ...resource, configurationKeys: [setting] };
  await eventually(`broker ${broker} acts on what it was told`, async () => {
    const answer = await describeConfigsV4.api.async(await connections.to(broker), [asked], false, false);
    return answer.results[0]?.configs.some((each) => each.name === setting && each.value === value);
  });
}
