import type { Connection } from '@platformatic/kafka';
import { library } from './connections.ts';

/** Kafka's numbers for a topic among the things that have settings, and for giving one a value. */
const topicResource = 2 as const;
const set = 0 as const;

/** The settings in force for a topic as this broker knows them, by Kafka's names. @param names null for all */
export async function topicSettings(
  connection: Connection,
  topic: string,
  names: readonly string[] | null = null,
): Promise<ReadonlyMap<string, string>> {
  const { describeConfigsV4 } = await library();
  const asked = [{ resourceType: topicResource, resourceName: topic, configurationKeys: names && [...names] }];
  const answer = await describeConfigsV4.api.async(connection, asked, false, false);
  const configs = answer.results.flatMap((each) => each.configs);
  return new Map(configs.flatMap(({ name, value }) => (value === null || value === undefined ? [] : [[name, value] as const])));
}

/** Gives one setting of a topic a value; the others stay as they are. @throws Kafka's refusal */
export async function setTopicSetting(connection: Connection, topic: string, name: string, value: string): Promise<void> {
  const { incrementalAlterConfigsV1 } = await library();
  const configs = [{ name, configOperation: set, value }];
  await incrementalAlterConfigsV1.api.async(connection, [{ resourceType: topicResource, resourceName: topic, configs }], false);
}
