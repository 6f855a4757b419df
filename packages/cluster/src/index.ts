export type { Cluster, Driver, Powers, Progress, Readiness, Security } from './driver.ts';
