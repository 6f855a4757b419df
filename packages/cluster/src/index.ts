export { type KeptSetting, keptSettings, type LabSetting, labSettings } from '../kafka/settings.ts';
export type { Cluster, Driver, Powers, Progress, Readiness, Security } from './driver.ts';
export { home } from './home.ts';
export { holdCluster, type LeaseOptions } from './leases.ts';
export { clusterLogs, clusterStatus, probeDrivers, resetCluster, stopCluster } from './look-after.ts';
export { type OpenOptions, openCluster } from './open.ts';
export type { Probe } from './probe.ts';
export { isAlive, type ProcessId, self } from './processes.ts';
export type { EngineProbe } from './services/engine/probe.ts';
export { removeContainers } from './services/engine/serve.ts';
export type { PostgresProbe, PostgresStatus } from './services/postgres/status.ts';
export { asking as askingPostgres } from './services/postgres/wire.ts';
export type { RegistryProbe, RegistryStatus } from './services/registry/status.ts';
export type {
  ContainerEngine,
  KafkaStreams,
  Postgres,
  RunningStreams,
  SchemaRegistry,
  Services,
  StreamsRun,
} from './services/service.ts';
export { lackingForStreams } from './services/streams/prepare.ts';
export { kafkaTools, showKafkaTool } from './tool.ts';
export type { Holder } from './turnstile.ts';
export type { ClusterStatus, LogOptions, MemberLog, MemberStatus, UpkeepOptions } from './upkeep.ts';
export { kafkaVersion } from './version.ts';
