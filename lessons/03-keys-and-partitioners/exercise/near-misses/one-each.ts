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
      const vip = shop.vips.indexOf(key.toString());
      if (vip !== -1) return vip;

      const others = partitionMetadata.length - shop.vips.length;
      return shop.vips.length + ((shop.murmur2(key) & 0x7fffffff) % others);
    };
  };

  const producer = kafka.producer({ createPartitioner });
  await producer.connect();
  await producer.send({ topic, messages: orders });
  await producer.disconnect();
}
