import type { Site } from '@proving/lab';
import { counted, keepPoints, restorePoints, waitMinutes } from '../repairing.ts';
import { partitions } from '../shop.ts';

/** Gives the table the partitions that it lacks. The rows stay where they are. */
export default async function repair(site: Site): Promise<void> {
  await keepPoints(site);
  await restorePoints(site, await counted(site));
  const admin = site.kafka.admin();
  try {
    await admin.connect();
    await admin.createPartitions({ topicPartitions: [{ topic: site.name('customers'), count: partitions }] });
  } finally {
    await admin.disconnect();
  }
  await waitMinutes(site, 90);
}
