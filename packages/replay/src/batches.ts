import type { RunEvent, StoredBatch } from '@proving/spec';
import { foldOf } from './fold.ts';

/** The record batches of each log as they were last looked at. */
export interface Batches {
  readonly logs: readonly BatchedLog[];
  readonly titles: Readonly<Record<string, string>>;
}
export interface BatchedLog {
  readonly topic: string;
  readonly title: string;
  readonly partition: number;
  readonly broker: number;
  /** The first ones, oldest first. */
  readonly batches: readonly StoredBatch[];
  /** All of them, those that are not told one by one too. */
  readonly total: BatchSum;
}
export interface BatchSum {
  readonly batches: number;
  readonly bytes: number;
  readonly records: number;
}

export const batches = foldOf<Batches>({ logs: [], titles: {} }, step);

function step(model: Batches, event: RunEvent): Batches {
  if (event.type === 'topic.created') return { ...model, titles: { ...model.titles, [event.topic]: event.title } };
  if (event.type !== 'storage.batches') return model;
  const { topic, partition, broker, more } = event;
  const old = model.logs.find((log) => log.topic === topic && log.partition === partition && log.broker === broker);
  const total = event.batches.reduce(
    (sum, batch) => ({ batches: sum.batches + 1, bytes: sum.bytes + batch.bytes, records: sum.records + batch.records }),
    more,
  );
  const log = { topic, title: model.titles[topic] ?? topic, partition, broker, batches: event.batches, total };
  return { ...model, logs: old ? model.logs.map((each) => (each === old ? log : each)) : [...model.logs, log] };
}
