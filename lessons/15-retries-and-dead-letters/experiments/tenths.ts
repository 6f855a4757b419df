import type { Lab, Topic } from '@proving/lab';

/** How many records of a retry topic come due in each tenth of a second, by the header `due`, in ms. */
export async function tenths(
  lab: Lab,
  retries: Topic,
  records: number,
): Promise<readonly number[]> {
  const reader = await lab.connect(lab.kafka.consumer({ groupId: lab.group('retries') }));
  await reader.subscribe({ topic: retries.name, fromBeginning: true });
  const found = new Map<number, number>();
  let read = 0;
  await reader.run({
    eachMessage: async ({ message: { headers } }) => {
      const tenth = Math.floor(Number(headers?.['due']) / 100);
      found.set(tenth, (found.get(tenth) ?? 0) + 1);
      read += 1;
    },
  });
  await lab.eventually('all are read', () => read === records);
  return [...found.values()];
}
