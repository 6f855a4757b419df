import { type Cluster, openCluster, stopCluster } from '@proving/cluster';
import type { RunEvent } from '@proving/spec';
import { runEvent } from '@proving/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenLab, openLab } from '../src/index.ts';

let cluster: Cluster;

async function begin(on: Cluster = cluster): Promise<{ lab: OpenLab; events: RunEvent[] }> {
  const events: RunEvent[] = [];
  const lab = openLab({
    cluster: on,
    seed: 1,
    file: import.meta.filename,
    emit: (event) => events.push(event),
    remember: () => undefined,
    log: () => undefined,
  });
  await lab.prepare();
  return { lab, events };
}

const of = <T extends RunEvent['type']>(events: readonly RunEvent[], type: T) =>
  events.filter((event): event is Extract<RunEvent, { type: T }> => event.type === type);
const values = (from: number, to: number, size = 1) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ value: `order ${from + i}`.padEnd(size) }));

beforeAll(async () => {
  cluster = await openCluster();
});
afterAll(async () => {
  await cluster[Symbol.asyncDispose]();
  await stopCluster();
});

describe('what the kit can look at', () => {
  it('waits for a classic group and for one of the consumer protocol', async () => {
    const { lab, events } = await begin();
    const orders = await lab.topic({ partitions: 2 });
    const classic = lab.group('classic');
    for (const _ of [1, 2]) {
      const consumer = await lab.connect(lab.kafka.consumer({ groupId: classic, sessionTimeout: 6_000, heartbeatInterval: 200 }));
      await consumer.subscribe({ topic: orders.name });
      await consumer.run({ eachMessage: async () => undefined });
    }
    await lab.groupIsStable(classic, 2);
    const modern = lab.group('modern');
    const consumer = lab.platformatic.consumer({ groupId: modern, groupProtocol: 'consumer' });
    const stream = await consumer.consume({ topics: [orders.name] });
    await lab.groupIsStable(modern, 1);
    await expect(lab.groupIsStable(modern, 2, { giveUpAfter: '200ms' })).rejects.toMatchObject({
      code: 'deadline',
      saw: 'Stable with 1',
    });
    expect(of(events, 'wait.begin').map(({ until }) => until)).toEqual([
      'classic is stable with 2 members',
      'modern is stable with 1 member',
      'modern is stable with 2 members',
    ]);
    await expect(lab.groupIsStable(lab.group('nobody'), 1, { giveUpAfter: '100ms' })).rejects.toMatchObject({ saw: 'Dead with 0' });
    await stream.close();
    await consumer.close(true);
    await lab[Symbol.asyncDispose]();
  });

  it('gives each call of group an id of its own', async () => {
    const { lab } = await begin();
    expect(lab.group('shop')).not.toBe(lab.group('shop'));
    await lab[Symbol.asyncDispose]();
  });

  it('waits for more partitions until they can be written to', async () => {
    const { lab } = await begin();
    const orders = await lab.topic({ partitions: 1 });
    const admin = await lab.connect(lab.kafka.admin());
    await admin.createPartitions({ topicPartitions: [{ topic: orders.name, count: 4 }] });
    await orders.hasPartitions(4);
    expect((await orders.offsets()).length).toBe(4);
    await expect(orders.hasPartitions(3, { giveUpAfter: '100ms' })).rejects.toMatchObject({ code: 'deadline' });
    await lab[Symbol.asyncDispose]();
  });

  it('counts lag as Kafka’s own tool does, and goes on counting', async () => {
    const { lab, events } = await begin();
    const orders = await lab.topic({ partitions: 2 });
    const group = lab.group('shop');
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: orders.name, messages: values(1, 5).map((each) => ({ ...each, partition: 0 })) });
    await producer.send({ topic: orders.name, messages: values(6, 8).map((each) => ({ ...each, partition: 1 })) });
    expect(await lab.lagOf(group, orders)).toEqual([
      { partition: 0, committed: null, logEnd: 5, lag: null },
      { partition: 1, committed: null, logEnd: 3, lag: null },
    ]);
    const admin = await lab.connect(lab.kafka.admin());
    await admin.setOffsets({ groupId: group, topic: orders.name, partitions: [{ partition: 0, offset: '2' }] });
    expect(await lab.lagOf(group, orders)).toEqual([
      { partition: 0, committed: 2, logEnd: 5, lag: 3 },
      { partition: 1, committed: null, logEnd: 3, lag: null },
    ]);
    await producer.send({ topic: orders.name, messages: [{ value: 'order 9', partition: 0 }] });
    await lab.eventually('a look at the new end', () => of(events, 'group.lag').at(-1)?.partitions[0]?.logEnd === 6);
    expect(of(events, 'group.lag').map(({ partitions }) => partitions.map(({ committed, logEnd }) => [committed, logEnd]))).toEqual(
      [
        [
          [null, 5],
          [null, 3],
        ],
        [
          [2, 5],
          [null, 3],
        ],
        [
          [2, 6],
          [null, 3],
        ],
      ],
    );
    await lab[Symbol.asyncDispose]();
  });

  it('reads segments from the leader’s folder, and sees what compaction took away', async () => {
    const { lab, events } = await begin();
    const orders = await lab.topic({
      config: {
        'internal.segment.bytes': '600',
        'min.cleanable.dirty.ratio': '0.01',
        'cleanup.policy': 'compact',
        'min.compaction.lag.ms': '3600000',
      },
    });
    const producer = await lab.connect(lab.kafka.producer());
    for (let i = 0; i < 12; i++)
      await producer.send({ topic: orders.name, messages: [{ key: `k${i % 2}`, value: `order ${i}`.padEnd(100) }] });
    const before = await lab.segmentsOf(orders);
    expect(before.map(({ active }) => active)).toEqual([...before.slice(1).map(() => false), true]);
    expect(before.length).toBeGreaterThan(2);
    expect(before.flatMap(({ base, end }) => [base, end])).toEqual(
      before.flatMap(({ base }, i) => [base, before[i + 1]?.base ?? 12]),
    );
    expect(before.flatMap(({ offsets }) => offsets)).toEqual(before.map(({ base, end }) => [base, end - 1]));
    const admin = lab.platformatic.admin();
    await admin.incrementalAlterConfigs({
      resources: [
        {
          resourceType: 2,
          resourceName: orders.name,
          configs: [{ name: 'min.compaction.lag.ms', configOperation: 0, value: '0' }],
        },
      ],
    });
    // One record of each of the two keys below the active segment, which is never cleaned.
    const kept = 2 + (before.at(-1)?.records ?? 0);
    const after = await lab.eventually(
      'compacted',
      async () => {
        const now = await lab.segmentsOf(orders);
        return now.reduce((sum, { records }) => sum + records, 0) === kept && now;
      },
      { giveUpAfter: '20s' },
    );
    const left = after
      .flatMap(({ offsets }) => offsets ?? [])
      .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
    expect(left).toEqual((await lab.readAll(orders)).map(({ offset }) => offset));
    expect(after.at(-1)).toEqual(before.at(-1));
    expect(of(events, 'storage.snapshot').length).toBeGreaterThanOrEqual(2);
    for (const event of events) expect(runEvent.parse(event)).toEqual(event);
    await admin.close();
    await lab[Symbol.asyncDispose]();
  });

  it('decodes what three producers left in the log', async () => {
    const { lab, events } = await begin();
    const orders = await lab.topic({ minInsync: 1 });
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: orders.name, messages: values(1, 3) });
    await producer.send({ topic: orders.name, compression: 1, messages: values(4, 13, 200) });
    const careful = await lab.connect(
      lab.kafka.producer({ idempotent: true, transactionalId: lab.transactionalId(), maxInFlightRequests: 1 }),
    );
    const transaction = await careful.transaction();
    await transaction.send({ topic: orders.name, messages: values(14, 14) });
    await transaction.commit();
    const batches = await lab.eventually('the marker', async () => {
      const all = await lab.batchesOf(orders);
      return all.some(({ control }) => control) && all;
    });
    expect(
      batches.map(({ baseOffset, lastOffset, records, codec, transactional, control, crcValid, producerId, segment }) => [
        `${baseOffset}–${lastOffset}`,
        records,
        codec,
        transactional,
        control,
        crcValid,
        producerId >= 0,
        segment,
      ]),
    ).toEqual([
      ['0–2', 3, 'none', false, false, true, false, 0],
      ['3–12', 10, 'gzip', false, false, true, false, 0],
      ['13–13', 1, 'none', true, false, true, true, 0],
      ['14–14', 1, 'none', true, true, true, true, 0],
    ]);
    expect(batches.map(({ position }) => position)).toEqual(
      batches.map((_, i) => batches.slice(0, i).reduce((sum, { bytes }) => sum + bytes, 0)),
    );
    const told = of(events, 'storage.batches').at(-1);
    expect(told?.batches.map(({ kind, producer: by }) => [kind, by?.sequence ?? null])).toEqual([
      ['plain', null],
      ['plain', null],
      ['transactional', 0],
      ['marker', -1],
    ]);
    expect((await lab.segmentsOf(orders))[0]?.offsets).toEqual([[0, 14]]);
    await lab[Symbol.asyncDispose]();
  });

  it('says plainly that brokers of somebody else show no files', async () => {
    process.env['PROVING_BOOTSTRAP'] = cluster.bootstrap.join(',');
    await using elsewhere = await openCluster({ driver: 'external' }).finally(() => delete process.env['PROVING_BOOTSTRAP']);
    const { lab } = await begin(elsewhere);
    const orders = await lab.topic();
    const refused = { code: 'not-provable-here', exit: 2, message: expect.stringContaining('power "files"') };
    await expect(lab.segmentsOf(orders)).rejects.toMatchObject(refused);
    await expect(lab.batchesOf(orders)).rejects.toMatchObject(refused);
    expect((await lab.lagOf(lab.group(), orders)).map(({ lag }) => lag)).toEqual([null]);
    await lab[Symbol.asyncDispose]();
  });
});
