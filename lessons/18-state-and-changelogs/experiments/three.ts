import type { Lab, Program, Topic } from '@proving/lab';
import { partitionOf } from '@proving/lesson-03/partitioner';
import { folded } from '@proving/lesson-17/streams';

/** Three customers, one for each of three partitions. */
export const three: readonly string[] = Array.from({ length: 3 }, (_, partition) => {
  const names = Array.from({ length: 100 }, (_, i) => `u${i + 1}`);
  return names.find((name) => partitionOf(name, 3) === partition) as string;
});

/** The last committed count of each of the three, when the tasks of this counter have come to that position. */
export async function countsOf(lab: Lab, counts: Topic, counter: Program, position: number) {
  for (const partition of three.keys())
    await counter.says((said) => {
      const at = said as { partition?: number; offset?: number } | null;
      return at?.partition === partition && at.offset === position;
    });
  const table = folded(await lab.readAll(counts, { isolation: 'read_committed' }));
  return three.map((customer) => Number(table.get(customer)));
}
