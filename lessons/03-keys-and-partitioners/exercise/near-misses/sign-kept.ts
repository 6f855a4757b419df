import type { Shop } from '@proving/lab';
import type { ICustomPartitioner, Message } from 'kafkajs';

interface VipShop extends Shop {
  /** 240 orders; the key is the customer, as text or as bytes. */
  readonly orders: Message[];
  /** Who goes to partition 0: `['ada', …]`. */
  readonly vips: readonly string[];
  /** The hash of this lesson: bytes in, a signed 32-bit integer out. */
  murmur2(bytes: Buffer): number;
}

export default async function (shop: VipShop) {
  const { kafka, topic, orders } = shop;

  const createPartitioner: ICustomPartitioner = () => {
    return ({ message, partitionMetadata }) => {
      const key = Buffer.from(message.key ?? '');
      if (shop.vips.includes(key.toString())) return 0;
      return 1 + (shop.murmur2(key) % (partitionMetadata.length - 1));
    };
  };

  const producer = kafka.producer({ createPartitioner });
  await producer.connect();
  await producer.send({ topic, messages: orders });
  await producer.disconnect();
}
