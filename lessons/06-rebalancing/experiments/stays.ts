import type { Lab, Program, Topic } from '@proving/lab';

interface Setting {
  readonly groupId: string;
  readonly groupProtocol: 'classic' | 'consumer';
  /** Milliseconds. */
  readonly sessionTimeout: number;
}

/** The packer that stays, in `@platformatic/kafka`: how often it joined, and from which partitions it was given orders. */
export async function stays(lab: Lab, orders: Topic, setting: Setting) {
  const { groupId, groupProtocol, sessionTimeout } = setting;
  const seen = { joins: 0, from: new Set<number>() };
  // #region stays
  const session = { sessionTimeout, heartbeatInterval: 300 };
  const consumer = lab.platformatic.consumer({
    groupId,
    groupProtocol,
    ...session,
  });
  consumer.on('consumer:group:join', () => {
    seen.joins += 1;
  });
  const stream = await consumer.consume({
    topics: [orders.name],
    mode: 'committed',
    fallbackMode: 'earliest',
  });
  stream.on('data', ({ partition }) => seen.from.add(partition));
  // #endregion
  return seen;
}

/** The one that goes. */
export const program = './programs/packer.ts';

/** Tells it to leave its group, and returns when it has. */
export async function leave(packer: Program): Promise<void> {
  packer.tell('close');
  await packer.says((word) => word === 'has left', wait);
}

/** A process takes a while to start on a busy machine. */
export const wait = { giveUpAfter: '45s' } as const;
