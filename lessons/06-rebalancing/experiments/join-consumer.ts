import type { Member, Setting } from './member.ts';

/** A member under the consumer protocol (KIP-848), in `@platformatic/kafka`. */
export function joinConsumer({ lab, groupId, orders, packed, work }: Setting): Member {
  const member: Member = { joins: 0, waiting: false, begun: false };
  const run = async () => {
    // #region member
    const groupProtocol = 'consumer';
    const consumer = lab.platformatic.consumer({ groupId, groupProtocol });
    consumer.on('consumer:group:join', () => {
      member.joins += 1;
    });
    const stream = await consumer.consume({
      topics: [orders.name],
      mode: 'committed',
      fallbackMode: 'earliest',
    });
    for await (const { value } of stream) {
      member.begun = true;
      await work;
      packed.add(value);
    }
    // #endregion
  };
  void run();
  return member;
}
