import type { Consumer, EachMessagePayload, Producer, Transaction } from 'kafkajs';

interface Packing {
  readonly producer: Producer;
  readonly consumer: Consumer;
  readonly group: string;
  readonly labels: string;
  mail(transaction: Transaction, order: string): Promise<unknown>;
  readonly afterAbort: 'seek' | 'go on';
}

/** The loop of a packer that fails once: at order 2, between the mail and the commit. */
export function packing({ producer, consumer, group, labels, mail, afterAbort }: Packing) {
  let failures = 1;
  // #region loop
  return async ({ topic, partition, message }: EachMessagePayload) => {
    const order = `${message.value}`;
    const label = { value: order };
    const transaction = await producer.transaction();
    await transaction.send({ topic: labels, messages: [label] });
    await mail(transaction, order);
    if (order === 'order 2' && failures-- > 0) {
      await transaction.abort();
      const here = { topic, partition, offset: message.offset };
      if (afterAbort === 'seek') consumer.seek(here);
      return;
    }
    const offset = `${Number(message.offset) + 1}`;
    const topics = [{ topic, partitions: [{ partition, offset }] }];
    await transaction.sendOffsets({ consumerGroupId: group, topics });
    await transaction.commit();
  };
  // #endregion
}
