import type { Lab, Program, Topic } from '@proving/lab';

interface Setting {
  readonly groupId: string;
  readonly groupProtocol: 'classic' | 'consumer';
  /** Milliseconds. */
  readonly sessionTimeout: number;
}

/** What the library tells when it has joined. */
interface Joining {
  readonly generationId?: number;
  readonly assignments?: { readonly partitions: readonly number[] }[];
}

/**
 * The packer that stays, in `@platformatic/kafka`: how often it joined, in which generation of its
 * group it is, which partitions it was dealt, and from which it was given orders. The last two
 * differ: an answer that was on its way when a partition was taken away is still handed on.
 */
export async function stays(lab: Lab, orders: Topic, setting: Setting) {
  const { groupId, groupProtocol, sessionTimeout } = setting;
  const seen = { joins: 0, generation: 0, dealt: new Set<number>(), from: new Set<number>() };
  const joined = ({ generationId = 0, assignments = [] }: Joining) => {
    seen.joins += 1;
    seen.generation = generationId;
    for (const { partitions } of assignments) for (const one of partitions) seen.dealt.add(one);
  };
  // #region stays
  const session = { sessionTimeout, heartbeatInterval: 300 };
  const consumer = lab.platformatic.consumer({
    groupId,
    groupProtocol,
    ...session,
  });
  consumer.on('consumer:group:join', joined);
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

/** What it says when it has joined. Its generation counts the rebalances of the classic protocol. */
interface Joined {
  readonly generation: number;
  readonly partitions: readonly number[];
}

/** Tells it to join its group, and returns when it has been dealt its partitions. */
export async function join(packer: Program): Promise<Joined> {
  packer.tell('join');
  const joined = await packer.says((word) => typeof word === 'object', wait);
  return joined as unknown as Joined;
}

/** Tells it to leave its group, and returns when it has. */
export async function leave(packer: Program): Promise<void> {
  packer.tell('close');
  await packer.says((word) => word === 'has left', wait);
}

/** A process takes a while to start on a busy machine. */
export const wait = { giveUpAfter: '45s' } as const;
