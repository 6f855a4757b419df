import type { Lab, Topic } from '@proving/lab';

/** Changes a topic's settings. kafkajs has the old request only, which replaces them all: name those that shall stay as well. */
export async function set(
  lab: Lab,
  topic: Topic,
  settings: Readonly<Record<string, string>>,
): Promise<void> {
  const admin = await lab.connect(lab.kafka.admin());
  const configEntries = Object.entries(settings).map(([name, value]) => ({ name, value }));
  const resources = [{ type: 2, name: topic.name, configEntries }];
  await admin.alterConfigs({ validateOnly: false, resources });
}
