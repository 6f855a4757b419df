import type { Lab, Topic } from '@proving/lab';
import { type Join, StreamStream, StreamTable, TableTable } from '../joins/index.ts';
import { joinByHand } from './by-hand.ts';
import { apart, type Shop } from './story.ts';
import { watched } from './watched.ts';

/** The three joins; two streams meet when they are no further apart than one second. */
export const joins = {
  'stream and table': () => new StreamTable(),
  'two streams': () => new StreamStream(apart),
  'two tables': () => new TableTable(),
} as const satisfies Readonly<Record<string, () => Join>>;

export type Kind = keyof typeof joins;

/** By key, what was said: `['pen to Oslo', 'ink to Rome']`. */
export type Said = Readonly<Record<string, readonly string[]>>;

/** Begins to join orders and addresses twice: by hand, and by Kafka Streams. */
export async function begin(lab: Lab, join: Kind, { orders, addresses }: Shop) {
  const [enriched, twin] = [
    await lab.topic({ title: 'enriched' }),
    await lab.topic({ title: 'enriched-by-streams' }),
  ];
  const topics = { orders: orders.name, addresses: addresses.name, output: twin.name };
  const streams = await lab.kafkaStreams('Joins.java', { ...topics, join });
  const processed = await joinByHand(lab, {
    left: orders,
    right: addresses,
    to: enriched,
    join: (partition) => watched(lab, join, { orders, addresses }, partition, joins[join]()),
  });
  return {
    /** Waits until both have processed so many records. */
    async processed(many: number): Promise<void> {
      const isDone = () => processed() === many;
      await lab.eventually(`${many} records are processed`, isDone, { giveUpAfter: '60s' });
      await streams.hasRead([orders, addresses]);
    },

    /** What was said by hand, and whether Kafka Streams has said the same keys, values and time stamps, of each key in the same order. */
    async said(): Promise<{ readonly said: Said; readonly sameAsStreams: boolean }> {
      const [ours, theirs] = [await byKey(lab, enriched), await byKey(lab, twin)];
      const values = ours.map(([key, its]) => [key, its.map(({ value }) => value)] as const);
      const sameAsStreams = JSON.stringify(ours) === JSON.stringify(theirs);
      return { said: Object.fromEntries(values), sameAsStreams };
    },
  };
}

async function byKey(lab: Lab, topic: Topic) {
  const records = await lab.readAll(topic, { isolation: 'read_committed' });
  const kept = records.map(({ key, value, timestamp }) => ({
    key: `${key}`,
    value: `${value}`,
    timestamp,
  }));
  return [...Map.groupBy(kept, ({ key }) => key)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
