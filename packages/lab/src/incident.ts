import type { Expectation, Json } from '@proving/spec';
import type { Kafka } from 'kafkajs';
import type { ReadRecord } from './lab.ts';

/** Something that has gone wrong on a cluster, to be repaired by whatever means. Judged by the cluster's state, never by a text. */
export interface Incident {
  /** A symptom in the words of a user. */
  readonly title: string;
  /** What is known, as markdown. `{orders}` in any text becomes the name that the topic or group `orders` has on the cluster. */
  readonly story: string;
  readonly topics: readonly string[];
  readonly groups: readonly string[];
  /** Brings it about. Called on a cluster that has nothing of it. */
  plant(site: Site): Promise<void>;
  /** Looks, and changes nothing. `evidence` has lines for a reader, by the id of a condition. */
  look(site: Site): Promise<Looked>;
  readonly conditions: readonly Condition[];
  /** Four: a question that directs attention; the idea; where and with which command; the solution with the reason. */
  readonly clues: readonly [string, string, string, string];
  /** After success: which observation would have told soonest, with its command. */
  readonly debrief: string;
}

export interface Looked {
  readonly [field: string]: Json;
  readonly evidence: { readonly [condition: string]: string[] };
}

export interface Condition {
  readonly id: string;
  readonly title: string;
  /** A pattern over what was looked at. */
  readonly expect: Expectation;
}

/** Where an incident happens: its own topics and groups on the learner's cluster. */
export interface Site {
  readonly kafka: Kafka;
  /** Drives what differs from one learner to the next. */
  readonly seed: number;
  /** The name on the cluster of a topic or group of the incident. */
  name(title: string): string;
  createTopic(title: string, partitions: number): Promise<void>;
  /** Every record as an independent client reads it; none where the topic is gone. */
  read(title: string): Promise<readonly ReadRecord[]>;
  /** What a group has committed, by partition; a partition without a commit is not in the answer. */
  committed(group: string, title: string): Promise<ReadonlyMap<number, number>>;
}

/** Declares an incident, as the default export of `assessments/part-N/incident.ts`. */
export function incident<const I extends Incident>(declared: I): I {
  return declared;
}
