import { child } from '@proving/lab/child';

interface Given {
  readonly orders: string;
  readonly groupId: string;
  readonly groupProtocol: 'classic' | 'consumer';
  /** A name that outlives the process, or none. */
  readonly name: string | null;
  readonly sessionTimeout: number;
}

// A packer in a process of its own. It joins its group and leaves it when it is told to.
const { args, platformatic, say } = child<Given>();
const { consumer: packer } = await platformatic();
const { orders, groupId, groupProtocol, name, sessionTimeout } = args;
// #region packer
const session = { sessionTimeout, heartbeatInterval: 300 };
const consumer = packer({
  groupId,
  groupProtocol,
  ...(name && { groupInstanceId: name }),
  ...session,
});
// #endregion

const join = async () => {
  const start = { mode: 'committed', fallbackMode: 'earliest' } as const;
  const stream = await consumer.consume({ topics: [orders], ...start });
  stream.on('data', () => say('has an order'));
  const partitions = consumer.assignments?.flatMap((one) => one.partitions) ?? [];
  say({ generation: consumer.generationId ?? 0, partitions });
};
const close = async () => {
  await consumer.close(true);
  say('has left');
};
process.on('message', (word) => (word === 'join' ? join() : close()));
say('is loaded');
