import { type RunEvent, runEvent } from '@proving/spec';
import fc from 'fast-check';

/** Any events in any order: few names, so that they meet each other. Each is checked against the schema. */
const t = fc.integer({ min: 0, max: 5_000 });
const broker = fc.integer({ min: 1, max: 3 });
const partition = fc.integer({ min: 0, max: 3 });
const offset = fc.integer({ min: 0, max: 40 });
const client = fc.constantFrom('producer-1', 'producer-2', 'reader-1');
const topic = fc.constantFrom('orders-7f3a', 'payments-7f3a');
const group = fc.constantFrom('shop', 'audit');
const text = fc.oneof(
  fc.constantFrom('order 1', 'order 2', 'order 3', '7', '', 'ünïcode …'),
  fc.constant(null),
  fc.string({ maxLength: 8 }),
);
const id = fc.integer({ min: 1, max: 6 });
const brokers = fc.uniqueArray(broker, { maxLength: 3 });
const fault = fc.constantFrom('freeze', 'kill', 'stop', 'proxy', 'process');
const owned = fc.dictionary(topic, fc.uniqueArray(partition));
const place = fc.record({ partition, offset: fc.option(offset) });
const sent = fc.record({ partition: fc.option(partition), key: text, value: text });
const state = fc.constantFrom('up', 'frozen', 'killed', 'stopped', 'starting');
const replicas = fc.uniqueArray(fc.record({ broker, logEnd: fc.option(offset) }), { selector: (each) => each.broker });
const partitionState = fc.record({
  partition,
  leader: fc.option(broker),
  epoch: fc.nat(9),
  isr: brokers,
  logStart: fc.option(offset),
  highWatermark: fc.option(offset),
  lastStable: fc.option(offset),
  replicas,
});
const error = fc.record({
  name: fc.constantFrom('KafkaJSTimeout', 'Error'),
  code: fc.option(text),
  message: fc.string(),
  retriable: fc.boolean(),
});
const lag = fc.record({ partition, committed: fc.option(offset), logEnd: fc.option(offset) });
const bytes = fc.nat(9_000);
const batch = fc.record({
  base: offset,
  last: offset,
  bytes,
  records: fc.nat(50),
  codec: fc.constantFrom('none', 'gzip', 'snappy', 'lz4', 'zstd'),
  kind: fc.constantFrom('plain', 'transactional', 'marker'),
  producer: fc.option(fc.record({ id: fc.nat(3), epoch: fc.nat(3), sequence: fc.nat(40) })),
});
const segment = fc.record({
  base: offset,
  end: offset,
  bytes,
  records: fc.nat(40),
  active: fc.boolean(),
  newest: fc.option(fc.nat()),
  offsets: fc.option(fc.array(fc.tuple(offset, offset), { maxLength: 4 })),
});
const time = fc.integer({ min: 0, max: 100 }).map((second) => second * 1_000);
const name = fc.constantFrom('a', 'b', 'pen', 'Oslo');
const windowCount = fc.record({ key: name, start: time, end: time, count: fc.option(fc.nat(9)) });
const side = fc.record({ topic, kind: fc.constantFrom('stream', 'table') });
const foundRecords = fc.uniqueArray(fc.record({ offset, key: text, value: text }), {
  maxLength: 4,
  selector: (each) => each.offset,
});
const of = <T extends string>(type: T) => fc.constant(type);

export const anyEvent: fc.Arbitrary<RunEvent> = fc
  .oneof(
    fc.record({ type: of('arm.begin'), t, arm: fc.constant('treatment'), seed: fc.nat() }),
    fc.record({ type: of('step'), t, text: fc.string() }),
    fc.record({ type: of('printed'), t, text: fc.string() }),
    fc.record({
      type: of('topic.created'),
      t,
      topic,
      title: fc.constantFrom('orders', 'payments'),
      partitions: fc.nat(4),
      replicas: broker,
      config: fc.constant({}),
    }),
    {
      weight: 4,
      arbitrary: fc.record({
        type: of('client.send'),
        t,
        id,
        client,
        topic,
        acks: fc.constantFrom(-1, 0, 1),
        records: fc.array(sent, { maxLength: 4 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ type: of('client.ack'), t, id, client, topic, placed: fc.array(place, { maxLength: 4 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: of('client.error'),
        t,
        id: fc.option(id),
        client,
        call: fc.constantFrom('send', 'commit'),
        error,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ type: of('client.deliver'), t, client, topic, partition, offset, key: text, value: text }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        ...{ type: of('records.found'), t, topic, title: fc.constantFrom('orders', 'payments') },
        partitions: fc.uniqueArray(fc.record({ partition, records: foundRecords, more: fc.constant(0) }), {
          selector: (each) => each.partition,
        }),
      }),
    },
    fc.record({ type: of('client.commit'), t, client, group, topic, partition, offset }),
    fc.record({ type: of('group.join'), t, client, group, generation: fc.option(fc.nat(9)) }),
    fc.record({ type: of('group.assign'), t, client, group, owned }),
    fc.record({ type: of('group.revoke'), t, client, group, owned }),
    fc.record({ type: of('group.leave'), t, client, group }),
    fc.record({ type: fc.constantFrom('txn.begin', 'txn.commit', 'txn.abort'), t, client, id: fc.constant('tx-1') }),
    {
      weight: 4,
      arbitrary: fc.record({
        type: of('cluster.snapshot'),
        t,
        topic,
        brokers: fc.uniqueArray(fc.record({ broker, state }), { selector: (each) => each.broker }),
        partitions: fc.uniqueArray(partitionState, { selector: (each) => each.partition }),
      }),
    },
    fc.record({
      type: of('group.lag'),
      t,
      group,
      topic,
      partitions: fc.uniqueArray(lag, { selector: (each) => each.partition }),
    }),
    fc.record({ type: of('storage.snapshot'), t, topic, partition, broker, segments: fc.array(segment, { maxLength: 5 }) }),
    fc.record({
      type: of('storage.batches'),
      t,
      topic,
      partition,
      broker,
      batches: fc.array(batch, { maxLength: 8 }),
      more: fc.record({ batches: fc.nat(9), bytes, records: fc.nat(9) }),
    }),
    {
      weight: 4,
      arbitrary: fc.record({
        ...{ type: of('task.windowed'), t, topic, partition, key: name, time, streamTime: time, over: fc.option(time) },
        ...{ zero: time, endWithin: fc.boolean(), late: fc.nat(2) },
        ...{ counts: fc.array(windowCount, { maxLength: 3 }), said: fc.array(windowCount, { maxLength: 3 }) },
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        ...{ type: of('task.joined'), t, left: side, right: side, within: fc.option(time), partition },
        ...{ side: fc.constantFrom('left', 'right'), key: name, value: text, time, zero: time },
        pairs: fc.array(fc.record({ left: name, right: text }), { maxLength: 3 }),
      }),
    },
    fc.record({ type: fc.constantFrom('fault.injected', 'fault.healed'), t, fault, brokers, detail: fc.string() }),
    fc.record({ type: of('wait.begin'), t, id, until: fc.string(), deadline: fc.nat() }),
    fc.record({ type: of('wait.end'), t, id, met: fc.boolean(), saw: fc.string() }),
    fc.record({ type: of('observation'), t, arm: fc.constant('treatment'), observed: fc.constant({ lost: 0 }) }),
    fc.record({ type: of('arm.end'), t, arm: fc.constant('treatment') }),
  )
  .map((event) => runEvent.parse(event));

export const anyEvents = fc.array(anyEvent, { maxLength: 60 });
export const anyRun = anyEvents.map((events) => events.toSorted((a, b) => a.t - b.t));
