import { type Cluster, openCluster, stopCluster } from '@proving/cluster';
import type { RunEvent } from '@proving/spec';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Observer, type OpenLab, openLab } from '../src/index.ts';

let cluster: Cluster;

function begin(): { lab: OpenLab; events: RunEvent[]; made: string[] } {
  const events: RunEvent[] = [];
  const made: string[] = [];
  const lab = openLab({
    cluster,
    seed: 1,
    file: import.meta.filename,
    emit: (event) => events.push(event),
    remember: (_, name) => made.push(name),
    log: () => undefined,
  });
  return { lab, events, made };
}

const of = <T extends RunEvent['type']>(events: readonly RunEvent[], type: T) =>
  events.filter((event): event is Extract<RunEvent, { type: T }> => event.type === type);
const values = (...all: string[]) => all.map((value) => ({ value }));

beforeAll(async () => {
  cluster = await openCluster();
});
afterAll(async () => {
  await cluster[Symbol.asyncDispose]();
  await stopCluster();
});

describe('the kit on real brokers', () => {
  it('does not take a topic that was there before for one of its own, whichever broker is asked', async () => {
    await using observer = new Observer(cluster);
    const shape = { partitions: 1, replicas: 3, assignment: null, config: {} };
    await observer.createTopic('there-before', shape);
    try {
      await expect(observer.createTopic('there-before', shape)).rejects.toMatchObject({
        code: 'topic-refused',
        saw: expect.stringContaining('TOPIC_ALREADY_EXISTS'),
      });
    } finally {
      await observer.deleteTopics(['there-before']);
    }
  });

  it('writes the history of kafkajs clients and leaves nothing behind', async () => {
    const { lab, events, made } = begin();
    await lab.prepare();
    const orders = await lab.topic({ partitions: 2 });
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({
      topic: orders.name,
      messages: [
        { key: 'a', value: '1', partition: 1 },
        { key: null, value: null, partition: 0 },
        { key: 'a', value: '2', partition: 1 },
      ],
    });
    const read: string[] = [];
    const consumer = await lab.connect(lab.kafka.consumer({ groupId: lab.group() }));
    await consumer.subscribe({ topic: orders.name, fromBeginning: true });
    await consumer.run({ eachMessage: async ({ partition, message }) => void read.push(`${partition}:${message.offset}`) });
    await lab.eventually('three deliveries', () => read.length === 3);
    const counts = await lab
      .history(orders)
      .counts('sent', 'acknowledged', 'stored', 'lost', 'duplicate', 'undelivered', 'redelivered');
    expect(counts).toEqual({ sent: 3, acknowledged: 3, stored: 3, lost: 0, duplicate: 0, undelivered: 0, redelivered: 0 });
    expect(of(events, 'client.ack').map((event) => event.placed)).toEqual([
      [
        { partition: 1, offset: 0 },
        { partition: 0, offset: 0 },
        { partition: 1, offset: 1 },
      ],
    ]);
    expect(
      of(events, 'client.deliver')
        .map(({ partition, offset }) => `${partition}:${offset}`)
        .sort(),
    ).toEqual([...read].sort());
    expect(of(events, 'group.assign').at(-1)?.owned).toEqual({ [orders.name]: [0, 1] });
    const typo = lab.topicName('oders');
    await (await lab.connect(lab.kafka.producer({ allowAutoTopicCreation: true }))).send({ topic: typo, messages: values('1') });
    await lab[Symbol.asyncDispose]();
    await using observer = new Observer(cluster);
    expect(made).toEqual(expect.arrayContaining([orders.name, typo]));
    expect((await observer.topics()).filter((name) => made.includes(name))).toEqual([]);
  });

  it('writes the same history of @platformatic/kafka', async () => {
    const { lab, events } = begin();
    await lab.prepare();
    const orders = await lab.topic({ partitions: 3 });
    const producer = lab.platformatic.producer();
    await producer.send({
      messages: [
        { topic: orders.name, key: 'bob', value: '1' },
        { topic: orders.name, key: 'bob', value: '2' },
      ],
      acks: -1,
    });
    const consumer = lab.platformatic.consumer({ groupId: lab.group() });
    const stream = await consumer.consume({ topics: [orders.name], mode: 'earliest', autocommit: false });
    const read: string[] = [];
    for await (const message of stream) {
      read.push(message.value);
      if (read.length === 2) break;
    }
    expect(read).toEqual(['1', '2']);
    expect(of(events, 'client.ack').map((event) => event.placed)).toEqual([
      [
        { partition: 2, offset: 0 },
        { partition: 2, offset: 1 },
      ],
    ]);
    expect(await lab.history(orders).counts('acknowledged', 'stored', 'undelivered')).toEqual({
      acknowledged: 2,
      stored: 2,
      undelivered: 0,
    });
    await consumer.close(true);
    await producer.close(true);
    await lab[Symbol.asyncDispose]();
  });

  it('tells the position that a transaction carried once it is committed, and waits for the markers', async () => {
    const { lab, events } = begin();
    await lab.prepare();
    const labels = await lab.topic({ title: 'labels' });
    const transactionalId = lab.transactionalId();
    const producer = await lab.connect(lab.kafka.producer({ transactionalId, idempotent: true, maxInFlightRequests: 1 }));
    const consumerGroupId = lab.group();
    for (const [value, end] of [
      ['1', 'commit'],
      ['2', 'abort'],
    ] as const) {
      const transaction = await producer.transaction();
      await transaction.send({ topic: labels.name, messages: values(value) });
      const topics = [{ topic: labels.name, partitions: [{ partition: 0, offset: value }] }];
      await transaction.sendOffsets({ consumerGroupId, topics });
      await transaction[end]();
    }
    await labels.endsAt(4);
    expect((await labels.offsets()).map(({ lastStable }) => lastStable)).toEqual([4]);
    const told = events.flatMap((event) => (/^txn|commit$/.test(event.type) ? [event.type] : []));
    expect(told).toEqual(['txn.begin', 'txn.commit', 'client.commit', 'txn.begin', 'txn.abort']);
    expect(of(events, 'client.commit').map(({ partition, offset }) => [partition, offset])).toEqual([[0, 1]]);
    await lab[Symbol.asyncDispose]();
  });

  it('answers a stream of @platformatic/kafka, which sends by callback, and records what it sent', async () => {
    const { lab, events } = begin();
    await lab.prepare();
    const orders = await lab.topic();
    const producer = lab.platformatic.producer();
    const stream = producer.asStream({ batchSize: 2, acks: -1 });
    for (const value of ['1', '2', '3', '4']) stream.write({ topic: orders.name, value });
    await stream.close();
    expect(of(events, 'client.send').map(({ records }) => records.map(({ value }) => value))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(await lab.history(orders).counts('acknowledged', 'stored')).toEqual({ acknowledged: 4, stored: 4 });
    await producer.close(true);
    await lab[Symbol.asyncDispose]();
  });

  it('sees each replica’s own log end, and the high watermark stand still while the followers do', async () => {
    const { lab, events } = begin();
    await lab.prepare();
    const orders = await lab.topic();
    const { leader, followers } = await orders.partition(0);
    const producer = await lab.connect(lab.kafka.producer({ retry: { retries: 0 } }));
    await producer.send({ topic: orders.name, acks: -1, messages: values('1', '2') });
    await orders.isReplicated();
    {
      await using _frozen = await lab.freeze(followers);
      await producer.send({ topic: orders.name, acks: 1, messages: values('3', '4', '5') });
      const [state] = await orders.snapshot();
      expect({
        highWatermark: state?.highWatermark,
        ends: state?.replicas.map(({ broker, logEnd }) => [broker === leader ? 'leader' : 'follower', logEnd]).sort(),
      }).toEqual({
        highWatermark: 2,
        ends: [
          ['follower', null],
          ['follower', null],
          ['leader', 5],
        ],
      });
    }
    await orders.isReplicated();
    const [state] = await orders.snapshot();
    expect(state?.replicas.map(({ logEnd }) => logEnd)).toEqual([5, 5, 5]);
    expect(of(events, 'fault.injected').length).toBe(1);
    expect(of(events, 'fault.healed').length).toBe(1);
    await lab[Symbol.asyncDispose]();
  });

  it('loses exactly the answers that the proxy is told to lose', async () => {
    const { lab } = begin();
    await lab.prepare();
    const orders = await lab.topic();
    const { leader } = await orders.partition(0);
    await using proxy = await lab.proxy(leader);
    const kafka = lab.kafkaWith({ brokers: [...cluster.proxied], requestTimeout: 3_000 });
    const producer = await lab.connect(kafka.producer({ retry: { retries: 2, initialRetryTime: 50 } }));
    await producer.send({ topic: orders.name, messages: values('0') });
    const fault = proxy.dropResponses('Produce', 1);
    await producer.send({ topic: orders.name, messages: values('1') });
    fault[Symbol.dispose]();
    expect(fault.struck).toBe(1);
    expect(await lab.history(orders).counts('sent', 'acknowledged', 'stored', 'duplicate')).toEqual({
      sent: 2,
      acknowledged: 2,
      stored: 3,
      duplicate: 1,
    });
    expect(proxy.seen.filter(({ api }) => api === 'Produce').length).toBe(3);
    await lab[Symbol.asyncDispose]();
  });

  it('talks with a child program and kills it', async () => {
    const { lab, events } = begin();
    await lab.prepare();
    const program = await lab.process('./programs/chatty.ts', { word: 'hello' });
    expect(await program.says((message) => (message as { said?: string }).said === 'hello')).toEqual({ said: 'hello', brokers: 3 });
    program.tell({ n: 1 });
    expect(await program.says((message) => 'echo' in (message as object))).toEqual({ echo: { n: 1 } });
    await program.kill();
    await expect(program.says(() => true, { giveUpAfter: '100ms' })).rejects.toMatchObject({
      exit: 2,
      code: 'program-ended',
    });
    expect(of(events, 'fault.injected').map(({ detail }) => detail)).toEqual(['SIGKILL chatty']);
    await lab[Symbol.asyncDispose]();
  });

  it('tells what a member of the consumer protocol owns, and takes it out of its group with the arm', async () => {
    const { lab, events } = begin();
    await lab.prepare();
    const orders = await lab.topic({ partitions: 2 });
    const groupId = lab.group('packer');
    const consumer = lab.platformatic.consumer({ groupId, groupProtocol: 'consumer' });
    const stream = await consumer.consume({ topics: [orders.name] });
    stream.on('data', () => undefined);
    const owned = { [orders.name]: [0, 1] };
    await lab.eventually('it owns both', () => of(events, 'group.assign').length > 0);
    expect(of(events, 'group.assign')).toMatchObject([{ client: 'packer', group: groupId, owned }]);
    await lab[Symbol.asyncDispose]();
    expect(of(events, 'group.leave')).toMatchObject([{ client: 'packer', group: groupId }]);
  });

  it('writes down what the clients of a child program do, until it is killed', async () => {
    const { lab, events } = begin();
    await lab.prepare();
    const orders = await lab.topic();
    const producer = await lab.connect(lab.kafka.producer());
    await producer.send({ topic: orders.name, messages: values('order 1') });
    const reader = await lab.process('./programs/reader.ts', { topic: orders.name, group: lab.group('packer') });
    await reader.says((message) => (message as { read?: string }).read === 'order 1');
    await reader.kill();
    expect(of(events, 'client.deliver')).toMatchObject([{ client: 'packer', topic: orders.name, offset: 0, value: 'order 1' }]);
    expect(of(events, 'client.commit')).toMatchObject([{ client: 'packer', topic: orders.name, offset: 1 }]);
    expect(await lab.history(orders).counts('undelivered')).toEqual({ undelivered: 0 });
    await lab[Symbol.asyncDispose]();
  });

  it('heals what was killed and frozen when the lab closes', async () => {
    const { lab } = begin();
    await lab.prepare();
    const orders = await lab.topic();
    const { leader, followers } = await orders.partition(0);
    await lab.kill(leader);
    await lab.freeze(followers.slice(0, 1));
    await lab[Symbol.asyncDispose]();
    expect([...cluster.states().values()]).toEqual(['up', 'up', 'up']);
    await using observer = new Observer(cluster);
    expect(await observer.allInSync()).toBe(true);
  });
});
