import type { RunEvent } from '@proving/spec';

/** The run of lesson 07 with acks=1, as its kit tells it: ten safe records, ten that only the leader has, and the leader's death. */
const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ partition: null, key: null, value: `order ${from + i}` }));
const offsets = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => ({ partition: 0, offset: from + i }));
const topic = 'orders-7f3a';
type State = 'up' | 'frozen' | 'killed';

function look(
  t: number,
  leader: number,
  epoch: number,
  isr: number[],
  ends: (number | null)[],
  high: number,
  states: State[],
): RunEvent {
  return {
    type: 'cluster.snapshot',
    t,
    topic,
    brokers: states.map((state, i) => ({ broker: i + 1, state })),
    partitions: [
      {
        partition: 0,
        leader,
        epoch,
        isr,
        logStart: 0,
        highWatermark: high,
        lastStable: high,
        replicas: ends.map((logEnd, i) => ({ broker: i + 1, logEnd })),
      },
    ],
  };
}

export const aLeaderDies: readonly RunEvent[] = [
  { type: 'arm.begin', t: 0, arm: 'control', seed: 42 },
  { type: 'topic.created', t: 90, topic, title: 'orders', partitions: 1, replicas: 3, config: { 'min.insync.replicas': '2' } },
  look(120, 2, 0, [1, 2, 3], [0, 0, 0], 0, ['up', 'up', 'up']),
  { type: 'client.send', t: 310, id: 1, client: 'producer-1', topic, acks: 1, records: numbered(1, 10) },
  { type: 'client.ack', t: 318, id: 1, client: 'producer-1', topic, placed: offsets(0, 9) },
  look(400, 2, 0, [1, 2, 3], [10, 10, 10], 10, ['up', 'up', 'up']),
  { type: 'fault.injected', t: 740, fault: 'freeze', brokers: [1, 3], detail: '' },
  { type: 'client.send', t: 760, id: 2, client: 'producer-1', topic, acks: 1, records: numbered(11, 20) },
  { type: 'client.ack', t: 766, id: 2, client: 'producer-1', topic, placed: offsets(10, 19) },
  look(800, 2, 0, [1, 2, 3], [10, 20, 10], 10, ['frozen', 'up', 'frozen']),
  { type: 'fault.injected', t: 1620, fault: 'kill', brokers: [2], detail: 'the leader' },
  { type: 'fault.healed', t: 1840, fault: 'freeze', brokers: [1, 3], detail: '' },
  { type: 'wait.begin', t: 1850, id: 1, until: 'a leader other than broker 2', deadline: 8000 },
  look(3900, 3, 1, [1, 3], [10, null, 10], 10, ['up', 'killed', 'up']),
  { type: 'wait.end', t: 3910, id: 1, met: true, saw: 'broker 3' },
  { type: 'observation', t: 4200, arm: 'control', observed: { acknowledged: 20, lost: 10 } },
  { type: 'arm.end', t: 4210, arm: 'control' },
];
