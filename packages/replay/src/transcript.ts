import type { RunEvent } from '@proving/spec';
import { type Ladder, type LadderPartition, ladder } from './ladder.ts';
import { timeline } from './timeline.ts';

/** A run in sentences, one per line: what happened, when, and how the replicas stood at the end. */
export function transcript(events: readonly RunEvent[]): readonly string[] {
  const { items } = timeline.of(events);
  return [...items.map((item) => `${seconds(item.t)}: ${item.sentence}.`), ...inSentences(ladder.of(events))];
}

/** The replica ladder in sentences: the text equivalent of its drawing. */
export function inSentences(model: Ladder): readonly string[] {
  const states = model.brokers.filter((broker) => broker.state !== 'up');
  return [
    ...states.map((broker) => `Broker ${broker.broker} is ${broker.state} since ${seconds(broker.since)}.`),
    ...model.topics.flatMap((topic) =>
      topic.partitions.map((partition) => `${topic.title}/${partition.partition}: ${stands(partition)}.`),
    ),
  ];
}

function stands(partition: LadderPartition): string {
  const leader = partition.leader === null ? 'no leader' : `broker ${partition.leader} leads`;
  const copies = partition.replicas.map((copy) => `broker ${copy.broker} ${copy.role} to ${copy.logEnd ?? 'unknown'}`);
  return [leader, `high watermark ${partition.highWatermark ?? 'unknown'}`, ...copies].join(', ');
}

/** Milliseconds as a learner reads them: `0.31 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
