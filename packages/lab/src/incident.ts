import type { Expectation, Json, PartitionState, Service } from '@proving/spec';
import type { Kafka } from 'kafkajs';
import type { StampedRecord } from './lab.ts';
import type { FatedRecord } from './observer/read-fates.ts';

/** Something that has gone wrong on a cluster, to be repaired by whatever means. Judged by the cluster's state, never by a text. */
export interface Incident {
  /** A symptom in the words of a user. */
  readonly title: string;
  /** What is known, as markdown. `{orders}` in any text becomes the name that the topic, group or transactional id `orders` has on the cluster. */
  readonly story: string;
  readonly topics: readonly string[];
  readonly groups: readonly string[];
  /** Transactional ids: what they left open is ended before the topics are deleted. Default none. */
  readonly transactions?: readonly string[];
  /** What it needs beside the brokers. Default nothing. In a text `{registry}` is where the registry's API begins. */
  readonly services?: readonly Extract<Service, 'registry'>[];
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
  /** Where the API of the schema registry begins, without a slash at the end; null where the incident asks for none. */
  readonly registry: string | null;
  /** The name on the cluster of a topic, group or transactional id of the incident. What was made beside them with their ending is called by its own. */
  name(title: string): string;
  /** Three replicas each. @param settings of the topic, by Kafka's names; `min.insync.replicas` is 2 unless it is among them */
  createTopic(title: string, partitions: number, settings?: Readonly<Record<string, string>>): Promise<void>;
  /** Every record as an independent client reads it (read_committed); none where the topic is gone. */
  read(title: string): Promise<readonly StampedRecord[]>;
  /** Every record below the high watermark, whatever its transaction came to; none where the topic is gone. */
  readAll(title: string): Promise<readonly FatedRecord[]>;
  /** Positions and replicas, as far as they can be asked for now; none where the topic is gone. Offsets as numbers. */
  partitions(title: string): Promise<readonly PartitionState[]>;
  /** The settings in force for a topic, by Kafka's names; none where the topic is gone. */
  settings(title: string): Promise<ReadonlyMap<string, string>>;
  /** What a group has committed, by partition; a partition without a commit is not in the answer. */
  committed(group: string, title: string): Promise<ReadonlyMap<number, number>>;
  /** Writes the commits of a group that has no members, by partition. Nobody joins it for that, as kafkajs' `setOffsets` does. */
  commit(group: string, title: string, offsets: ReadonlyMap<number, number>): Promise<void>;
}

/** Declares an incident, as the default export of `assessments/part-N/incident.ts`. */
export function incident<const I extends Incident>(declared: I): I {
  return declared;
}
