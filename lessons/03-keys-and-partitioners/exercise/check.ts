import { atLeast, atMost, between, exercise, type ReadRecord, type Shop } from '@proving/lab';
import type { Message } from 'kafkajs';
import { murmur2 } from '../experiments/murmur2.ts';
import lesson from '../lesson.ts';

interface VipShop extends Shop {
  readonly orders: Message[];
  readonly vips: readonly string[];
  murmur2(bytes: Buffer): number;
}

const vips = ['ada', 'edith', 'grace'];
const customers = [...vips, ...Array.from({ length: 57 }, (_, i) => `customer ${i + 1}`)];

// Four orders of each customer; the third comes from the warehouse, which writes its keys as bytes.
const orders = [1, 2, 3, 4].flatMap((nth) =>
  customers.map((customer) => ({
    key: nth === 3 ? Buffer.from(customer) : customer,
    value: nth === 3 ? `${customer}, order ${nth}, warehouse` : `${customer}, order ${nth}`,
  })),
);

// Only the log counts: which orders are stored, and in which partition each of them lies.
export default exercise<VipShop>(lesson, {
  async observe(program, lab) {
    const topic = await lab.topic({ partitions: 6 });
    const given = { kafka: lab.kafka, topic: topic.name, vips, murmur2 };
    await program({ ...given, orders: orders.map((order) => ({ ...order })) });

    const log = await lab.readAll(topic);
    const missing = orders.filter(({ value }) => !log.some((r) => r.value === value));
    const vipsElsewhere = log.filter((r) => isVip(r) && r.partition !== 0);
    const othersIn0 = log.filter((r) => !isVip(r) && r.partition === 0);
    const torn = customers.filter((customer) => partitionsOf(customer, log).size > 1);
    const shared = Map.groupBy(
      log.filter((r) => !isVip(r) && r.partition !== 0),
      (r) => r.partition,
    );
    return {
      missing: missing.length,
      vipOrdersElsewhere: vipsElsewhere.length,
      elsewhereFromWarehouse: vipsElsewhere.filter(isFromWarehouse).length,
      otherOrdersIn0: othersIn0.length,
      customersTorn: torn.length,
      partitionsOfOthers: shared.size,
      fullestOfThem: Math.max(0, ...[...shared.values()].map((held) => held.length)),
      evidence: [
        ...missing.map(({ value }) => `${value}: not in the log`),
        ...[...vipsElsewhere, ...othersIn0].map(
          (r) => `${r.value}: in partition ${r.partition}`,
        ),
        ...torn.map(
          (each) => `${each}: in partitions ${[...partitionsOf(each, log)].join(', ')}`,
        ),
        ...[...shared].map(
          ([partition, held]) => `partition ${partition}: ${held.length} orders`,
        ),
      ].slice(0, 3),
    };
  },

  tasks: [
    {
      id: 'all-stored',
      title: 'all 240 orders are stored',
      expect: { missing: 0 },
      mistakes: {
        'sign-kept': {
          when: { missing: between(1, 239) },
          say: 'Some orders are not in the log, although send() resolved. They were given a partition that does not exist: a hash may be negative, and % keeps its sign. kafkajs drops such records without a word.',
        },
      },
      hints: [
        'Which numbers can your partitioner return, for any key at all?',
        'A hash is a signed number and a partition is not; what is out of range vanishes (see 03.2 and 03.7).',
        'Look at the line that takes the remainder: the hash must be positive before the %.',
        '`(shop.murmur2(key) & 0x7fffffff) % others`: with the sign bit cleared the remainder lies between 0 and others − 1.',
      ],
    },
    {
      id: 'vip-partition',
      title: 'partition 0 holds every VIP order and no other',
      expect: { vipOrdersElsewhere: 0, otherOrdersIn0: 0 },
      mistakes: {
        'text-only': {
          when: { vipOrdersElsewhere: between(1, 3), elsewhereFromWarehouse: between(1, 3) },
          say: 'The VIP orders from the web shop are in partition 0, those from the warehouse are not. Their keys are the same customers as bytes, and a Buffer is never equal to a text.',
        },
        'shared-lane': {
          when: { vipOrdersElsewhere: 0, otherOrdersIn0: atLeast(1) },
          say: 'All VIP orders are in partition 0, and so are orders of other customers. The rule for the others still has partition 0 among its answers.',
        },
        'one-each': {
          when: { vipOrdersElsewhere: atLeast(4) },
          say: 'VIP orders lie in other partitions than 0. All VIP customers share that one partition: recognise their names before anything is hashed, and answer 0.',
        },
      },
      hints: [
        'For which keys should the answer be 0, and for which must it never be?',
        'The partitioner is yours: it may look at the key before it hashes (see 03.1), and a key is bytes, however it was written.',
        'Two places: a test of the customer before the hash, on text made from the bytes; and the range of the answer after it.',
        '`if (shop.vips.includes(key.toString())) return 0;` and for all others `1 + hash % (partitions - 1)`, which is 1 to 5.',
      ],
    },
    {
      id: 'customers-whole',
      title: "each customer's orders lie in one partition",
      expect: { customersTorn: 0 },
      mistakes: {
        'dealt-out': {
          when: { customersTorn: atLeast(20) },
          say: 'Customers have their orders in several partitions, so nobody keeps them in order. Whatever chooses among the other five partitions goes by turn or by chance, not by the customer.',
        },
      },
      hints: [
        'If the same customer orders twice, what makes your partitioner answer the same twice?',
        "Only the key's bytes and the partition count may go in; a counter or chance may not (see 03.1 and 03.6).",
        'Change how one of the five partitions is chosen: start from the key.',
        '`1 + ((shop.murmur2(key) & 0x7fffffff) % others)`: the same bytes, the same answer, on every call and in every process.',
      ],
    },
    {
      id: 'shared-out',
      title:
        'the other customers share partitions 1 to 5, none with more than half of the orders',
      expect: { partitionsOfOthers: 5, fullestOfThem: atMost(114) },
      mistakes: {
        'one-for-all': {
          when: { partitionsOfOthers: 1 },
          say: 'The other customers are all in one partition, so one packer does their work and four wait.',
        },
      },
      hints: [
        'How many of the six partitions hold anything?',
        'A hash spreads many keys evenly, give or take chance (see 03.2).',
        'The part of the answer that is added to 1 must be able to be 0, 1, 2, 3 or 4.',
        '`partitionMetadata.length - 1` is 5 here; the remainder of the hash by it spreads 57 customers over five partitions.',
      ],
    },
  ],
});

const isVip = ({ key }: ReadRecord) => vips.includes(String(key));
const isFromWarehouse = ({ value }: ReadRecord) => String(value).endsWith('warehouse');

const partitionsOf = (customer: string, log: readonly ReadRecord[]) =>
  new Set(log.filter((r) => r.key === customer).map((r) => r.partition));
