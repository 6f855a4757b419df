import { expect, it } from 'vitest';
import { ladder, lanes, timeline, transcript } from '../src/index.ts';
import { aLeaderDies } from './a-leader-dies.ts';

it('is told in as many lines as there are happenings', () => {
  const said = timeline.of(aLeaderDies).items.map(({ t, verb, what, came }) => [t, verb, what, came]);
  expect(said).toEqual([
    [90, 'create', 'orders', '1 partition, 3 copies each'],
    [310, 'send', '1–10', 'ok ×10  partition 0, offsets 0–9'],
    [740, 'freeze', 'brokers 1, 3', ''],
    [760, 'send', '11–20', 'ok ×10  partition 0, offsets 10–19'],
    [1620, 'kill -9', 'broker 2', 'the leader'],
    [1840, 'thaw', 'brokers 1, 3', ''],
    [3900, 'leader', 'broker 3', 'of orders/0'],
    [3900, 'in sync', 'brokers 1, 3', 'for orders/0'],
  ]);
});

it('says what is waited for while it is waited for', () => {
  expect(timeline.at(aLeaderDies, 2000).waits).toEqual([
    { id: 1, until: 'a leader other than broker 2', deadline: 8000, since: 1850 },
  ]);
  expect(timeline.of(aLeaderDies).waits).toEqual([]);
});

it('gives a late answer a line of its own, at its own time', () => {
  const late = aLeaderDies.filter((event) => event.type !== 'client.ack');
  const answer = { ...aLeaderDies[8], t: 1900 } as (typeof aLeaderDies)[number];
  const items = timeline
    .of([...late.filter((event) => event.t <= 1840), answer])
    .items.map(({ verb, what, came }) => [verb, what, came]);
  expect(items).toEqual([
    ['create', 'orders', '1 partition, 3 copies each'],
    ['send', '1–10', 'no answer yet'],
    ['freeze', 'brokers 1, 3', ''],
    ['send', '11–20', 'no answer yet'],
    ['kill -9', 'broker 2', 'the leader'],
    ['thaw', 'brokers 1, 3', ''],
    ['answer', '11–20', 'ok ×10  partition 0, offsets 10–19'],
  ]);
});

it('shows the replicas as they stood when the leader was dead', () => {
  expect(ladder.at(aLeaderDies, 1700)).toEqual({
    brokers: [
      { broker: 1, state: 'frozen', since: 740 },
      { broker: 2, state: 'killed', since: 1620 },
      { broker: 3, state: 'frozen', since: 740 },
    ],
    topics: [
      {
        topic: 'orders-7f3a',
        title: 'orders',
        seen: 800,
        partitions: [
          {
            partition: 0,
            leader: 2,
            epoch: 0,
            logStart: 0,
            highWatermark: 10,
            lastStable: 10,
            replicas: [
              { broker: 1, role: 'in sync', logEnd: 10 },
              { broker: 2, role: 'leader', logEnd: 20 },
              { broker: 3, role: 'in sync', logEnd: 10 },
            ],
          },
        ],
      },
    ],
  });
});

it('remembers how far the dead copy reached', () => {
  const partition = ladder.of(aLeaderDies).topics[0]?.partitions[0];
  expect(partition?.replicas[1]).toEqual({ broker: 2, role: 'out of sync', logEnd: 20 });
});

it('puts the twenty records into one lane', () => {
  const lane = lanes.of(aLeaderDies).topics[0]?.lanes[0];
  expect(lane?.records.map((record) => record.value)).toEqual(Array.from({ length: 20 }, (_, i) => `order ${i + 1}`));
});

it('can be read aloud', () => {
  expect(transcript(aLeaderDies)).toEqual([
    '0.09 s: create orders (1 partition, 3 copies each).',
    '0.31 s: producer-1 sends 1–10 of orders: ok ×10, partition 0, offsets 0–9.',
    '0.74 s: freeze brokers 1, 3.',
    '0.76 s: producer-1 sends 11–20 of orders: ok ×10, partition 0, offsets 10–19.',
    '1.62 s: kill -9 broker 2 (the leader).',
    '1.84 s: thaw brokers 1, 3.',
    '3.90 s: broker 3 leads orders/0 now.',
    '3.90 s: in sync for orders/0: brokers 1, 3.',
    'Broker 2 is killed since 1.62 s.',
    'orders/0: broker 3 leads, high watermark 10, broker 1 in sync to 10, broker 2 out of sync to 20, broker 3 leader to 10.',
  ]);
});
