export { anything, atLeast, atMost, between, matching, not, oneOf } from '@proving/spec';
export { type ClientSetting, clientSettings } from './client-settings.ts';
export { type Exercise, exercise, type Shop, type Task } from './exercise.ts';
export { type Experiment, experiment, numbered } from './experiment.ts';
export { check } from './history/check.ts';
export type { Operation, SendOperation, SentRecord } from './history/operation.ts';
export { type Condition, type Incident, incident, type Looked, type Site } from './incident.ts';
export { programOf, setting, some } from './incident-programs.ts';
export type {
  ApiName,
  BrokerProxy,
  CopyOptions,
  Count,
  Engine,
  Fault,
  Frozen,
  History,
  Lab,
  PartitionLag,
  PlatformaticDoor,
  Postgres,
  Processed,
  Program,
  ReadOptions,
  ReadRecord,
  SchemaRegistry,
  Segment,
  StampedRecord,
  StoredRecordBatch,
  Topic,
  TopicOptions,
  WaitOptions,
} from './lab.ts';
export { library as loadClients } from './observer/connections.ts';
export { Observer } from './observer/observer.ts';
export type { Fate, FatedRecord } from './observer/read-fates.ts';
export { type LabSetting, type Made, type OpenLab, openLab } from './open-lab.ts';
export { type OpenSite, openSite, type SiteSetting } from './open-site.ts';
export { dropSchema } from './postgres.ts';
export { type Codec, decodeBatches, type RecordBatch } from './storage/record-batch.ts';
export type { StreamsApplication } from './streams.ts';
export { removeSubjects } from './subjects.ts';
export { Deadline, eventually } from './wait.ts';
