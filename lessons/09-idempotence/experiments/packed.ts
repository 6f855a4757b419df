import type { Lab, Topic } from '@proving/lab';

/** What the packers find: the numbers of the orders, from the start of the log to its end. `// => '1 2 2 3'` */
export async function packed(lab: Lab, orders: Topic): Promise<string> {
  await orders.isReplicated();
  const stored = (await lab.readAll(orders)).length;
  const packer = await lab.connect(lab.kafka.consumer({ groupId: lab.group('packing') }));
  await packer.subscribe({ topic: orders.name, fromBeginning: true });
  const found: string[] = [];
  await packer.run({
    eachMessage: async ({ message }) =>
      void found.push(`${message.value}`.replace('order ', '')),
  });
  await lab.eventually('the packers have read the log', () => found.length >= stored);
  return found.join(' ');
}
