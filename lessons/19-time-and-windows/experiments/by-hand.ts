import type { Lab, Topic } from '@proving/lab';
import { Task } from '../windows/index.ts';
import { label } from './label.ts';
import type { Counting } from './operator.ts';
import { watched } from './watched.ts';

/**
 * Reads all views, with a task for each partition, and writes what the tasks say.
 * @returns how often a view came too late for a window
 */
export async function countByHand(
  lab: Lab,
  { views, counts }: { readonly views: Topic; readonly counts: Topic },
  counting: () => Counting,
): Promise<number> {
  const groupId = lab.group('counting');
  const consumer = await lab.connect(lab.kafka.consumer({ groupId, maxWaitTimeInMs: 100 }));
  const producer = await lab.connect(lab.kafka.producer());
  const tasks = new Map<number, Task>();
  const bracket = counting().endWithin ? ']' : ')';
  let read = 0;
  // #region loop
  await consumer.subscribe({ topic: views.name, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ partition, message: { key, timestamp } }) => {
      const task = tasks.get(partition) ?? new Task(watched(lab, views, partition, counting()));
      tasks.set(partition, task);
      const said = task.process({ key: `${key}`, time: Number(timestamp) });
      const messages = said.map((each) => ({
        key: label(each, bracket),
        value: each.count === null ? null : `${each.count}`,
        timestamp: `${each.time}`,
      }));
      if (messages.length > 0) await producer.send({ topic: counts.name, messages });
      read += 1;
    },
  });
  // #endregion
  const all = (await lab.readAll(views)).length;
  await lab.eventually('every view is counted', () => read === all);
  await consumer.disconnect();
  return [...tasks.values()].reduce((sum, { operator: { dropped } }) => sum + dropped, 0);
}
