import type { Member, Setting } from './member.ts';

/** A member under the classic protocol, in kafkajs, which knows no other. */
export function joinClassic({ lab, groupId, orders, packed, work }: Setting): Member {
  const member: Member = { joins: 0, waiting: false, begun: false };
  const run = async () => {
    // #region member
    const consumer = lab.kafka.consumer({ groupId, heartbeatInterval: 200 });
    consumer.on(consumer.events.REBALANCING, () => {
      member.waiting = true;
    });
    consumer.on(consumer.events.GROUP_JOIN, () => {
      member.joins += 1;
      member.waiting = false;
    });
    await lab.connect(consumer);
    await consumer.subscribe({ topic: orders.name, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        member.begun = true;
        await work;
        packed.add(`${message.value}`);
      },
    });
    // #endregion
  };
  void run();
  return member;
}
