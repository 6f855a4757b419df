export { anything, atLeast, atMost, between, matching, not, oneOf } from '@proving/spec';
export { type Exercise, exercise, type Shop, type Task } from './exercise.ts';
export { type Experiment, experiment, numbered } from './experiment.ts';
export type {
  ApiName,
  Count,
  Fault,
  Frozen,
  History,
  Lab,
  PlatformaticDoor,
  Program,
  Proxy,
  ReadOptions,
  ReadRecord,
  Topic,
  TopicOptions,
  WaitOptions,
} from './lab.ts';
