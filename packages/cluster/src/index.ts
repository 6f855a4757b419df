export { type LabSetting, labSettings } from '../kafka/settings.ts';
export type { Cluster, Driver, Powers, Progress, Readiness, Security } from './driver.ts';
export { home } from './home.ts';
export { holdCluster, type LeaseOptions } from './leases.ts';
export { type OpenOptions, openCluster } from './open.ts';
export { isAlive, type ProcessId, self } from './processes.ts';
export { kafkaVersion } from './version.ts';
