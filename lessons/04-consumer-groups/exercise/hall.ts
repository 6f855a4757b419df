import type { Lab, Topic } from '@proving/lab';
import kafkajs, { type Admin, type Consumer, type ConsumerConfig, type Kafka } from 'kafkajs';

const packingMs = 20;

/** What the program is given, and what is seen of it: who was started in which group, and which orders were packed. */
export function packingHall(lab: Lab, orders: Topic) {
  const packed: string[] = [];
  const started: string[] = [];
  const consumers: Consumer[] = [];
  const groups = new Set<string>();
  let busy = 0;
  let most = 0;

  const kafka: Kafka = Object.create(lab.kafka);
  kafka.consumer = (config: ConsumerConfig) => {
    const consumer = lab.kafka.consumer({ heartbeatInterval: 100, ...config });
    groups.add(config.groupId);
    consumers.push(consumer);
    return {
      ...consumer,
      connect: async () => void (await lab.connect(consumer)),
      run: (options) => {
        started.push(config.groupId);
        return consumer.run(options);
      },
    };
  };
  kafka.admin = (config) => {
    const admin = lab.kafka.admin(config);
    return { ...admin, createPartitions: (asked) => growing(admin, orders, asked) };
  };

  return {
    kafka,
    started,
    packed: () => packed,
    busy: () => busy,
    mostAtOnce: () => most,
    pack(order: string): Promise<void> {
      busy += 1;
      most = Math.max(most, busy);
      return new Promise((isPacked) => {
        setTimeout(() => {
          busy -= 1;
          packed.push(order);
          isPacked();
        }, packingMs);
      });
    },
    /** The packers go home, and groups that the program made up go with them. */
    async [Symbol.asyncDispose]() {
      await Promise.all(consumers.map((consumer) => consumer.disconnect()));
      const admin = await lab.connect(lab.kafka.admin());
      await admin.deleteGroups([...groups]).catch(lab.noted);
    },
  };
}

/** Brokers hear of new partitions one after the other; a group that starts in between would deal out the old ones. */
async function growing(
  admin: Admin,
  orders: Topic,
  asked: Parameters<Admin['createPartitions']>[0],
) {
  const grown = await admin.createPartitions(asked);
  const count = asked.topicPartitions.find(({ topic }) => topic === orders.name)?.count;
  if (count !== undefined) await orders.hasPartitions(count);
  return grown;
}

interface Looked {
  readonly groupId: string;
  readonly topic: string;
  readonly members: number;
}

/** The partitions of each member, as the coordinator describes the group once it is stable with that many members. */
export async function describedGroup(
  lab: Lab,
  { groupId, topic, members }: Looked,
): Promise<number[][]> {
  if (members === 0) return [];
  await lab.groupIsStable(groupId, members).catch(lab.noted);
  const admin = await lab.connect(lab.kafka.admin());
  const { groups } = await admin.describeGroups([groupId]);
  const { MemberAssignment } = kafkajs.AssignerProtocol;
  return (groups[0]?.members ?? []).map(
    ({ memberAssignment }) =>
      MemberAssignment.decode(memberAssignment)?.assignment[topic] ?? [],
  );
}
