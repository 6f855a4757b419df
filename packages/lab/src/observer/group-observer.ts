import type { Connection } from '@platformatic/kafka';
import { brokerId } from '@proving/spec';
import { type Connections, library } from './connections.ts';
import { refusal } from './refusal.ts';

/** A group as its coordinator describes it. `state` is Kafka's own word: Empty, PreparingRebalance, Stable, Reconciling, Dead … */
export interface GroupState {
  readonly state: string;
  readonly members: number;
}

/** Asks coordinators about groups, without ever being a member of one. */
export class GroupObserver {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  /** A group of either protocol: DescribeGroups knows the classic ones and calls the others Dead; those ConsumerGroupDescribe knows (KIP-848). */
  async describe(group: string): Promise<GroupState> {
    const { describeGroupsV5, consumerGroupDescribeV0 } = await library();
    const coordinator = await this.#coordinatorOf(group);
    const classic = (await describeGroupsV5.api.async(coordinator, [group], false)).groups[0];
    if (classic && classic.groupState !== 'Dead') return { state: classic.groupState, members: classic.members.length };
    const consumer = await consumerGroupDescribeV0.api.async(coordinator, [group], false).catch((cause) => {
      if (/GROUP_ID_NOT_FOUND|UNSUPPORTED_VERSION/.test(refusal(cause))) return null;
      throw cause;
    });
    const found = consumer?.groups[0];
    return found ? { state: found.groupState, members: found.members.length } : { state: 'Dead', members: 0 };
  }

  /** The offset a group has committed for each of these partitions; a partition without a commit is not in the answer. */
  async committed(group: string, topic: string, partitions: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const { offsetFetchV9 } = await library();
    const answer = await offsetFetchV9.api.async(
      await this.#coordinatorOf(group),
      [{ groupId: group, memberId: null, memberEpoch: -1, topics: [{ name: topic, partitionIndexes: [...partitions] }] }],
      false,
    );
    const found = answer.groups[0]?.topics.flatMap((each) => each.partitions) ?? [];
    return new Map(
      found.filter((each) => each.committedOffset >= 0n).map((each) => [each.partitionIndex, Number(each.committedOffset)]),
    );
  }

  /** Writes a group's commits from outside: nobody joins it, so nobody is a member when the caller dies. @throws Kafka's refusal */
  async commit(group: string, topic: string, offsets: ReadonlyMap<number, number>): Promise<void> {
    const { offsetCommitV8 } = await library();
    const partitions = [...offsets].map(([partitionIndex, offset]) => ({
      partitionIndex,
      committedOffset: BigInt(offset),
      committedLeaderEpoch: -1,
    }));
    await offsetCommitV8.api.async(await this.#coordinatorOf(group), group, -1, '', null, [{ name: topic, partitions }]);
  }

  /** Tells a classic group that all its members have left, those too that are dead and cannot say it themselves. */
  async sendHome(group: string): Promise<void> {
    const { describeGroupsV5, leaveGroupV5 } = await library();
    const coordinator = await this.#coordinatorOf(group);
    const found = (await describeGroupsV5.api.async(coordinator, [group], false)).groups[0];
    const members = found
      ? [...found.members.values()].map(({ memberId, groupInstanceId }) => ({ memberId, groupInstanceId }))
      : [];
    if (members.length > 0) await leaveGroupV5.api.async(coordinator, group, members);
  }

  /** Groups that do not exist, or whose members have not left yet, are passed over. @returns those that are still there */
  async delete(groups: readonly string[]): Promise<readonly string[]> {
    const { deleteGroupsV2 } = await library();
    const left: string[] = [];
    for (const group of groups) {
      try {
        await deleteGroupsV2.api.async(await this.#coordinatorOf(group), [group]);
      } catch (cause) {
        if (/NON_EMPTY_GROUP|68/.test(refusal(cause))) left.push(group);
      }
    }
    return left;
  }

  async #coordinatorOf(group: string): Promise<Connection> {
    const { findCoordinatorV4 } = await library();
    const found = await this.#connections.anywhere((connection) => findCoordinatorV4.api.async(connection, 0, [group]));
    const node = found.coordinators[0]?.nodeId;
    if (node === undefined || node < 0) throw new Error(`the group ${group} has no coordinator now`);
    return this.#connections.to(brokerId(node));
  }
}
