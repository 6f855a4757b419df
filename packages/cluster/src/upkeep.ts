import type { DriverName, Duration, Service, Shape } from '@proving/spec';
import type { Progress } from './driver.ts';
import type { PostgresStatus } from './services/postgres/status.ts';
import type { RegistryStatus } from './services/registry/status.ts';
import type { Holder } from './turnstile.ts';

/** What runs on this machine, as far as the files say and the processes show. Nothing is started to find out. */
export interface ClusterStatus {
  readonly driver: DriverName;
  readonly shape: Shape;
  /** `partly`: some of its processes are dead or frozen; the next command that opens it heals it. */
  readonly is: 'up' | 'partly' | 'down';
  readonly kafka: string;
  /** The Java that runs it: `25.0.3`; null when nothing was ever started, and in containers, which bring their own. */
  readonly java: string | null;
  /** ISO; null when it is down. */
  readonly since: string | null;
  readonly members: readonly MemberStatus[];
  /** The schema registry beside it; null when no lesson has asked for one since the cluster was started. */
  readonly registry: RegistryStatus | null;
  /** Postgres beside it; null when no lesson has asked for one since the cluster was started. */
  readonly postgres: PostgresStatus | null;
  /** Of all its processes together, those of the services too; 0 when it is down. */
  readonly residentBytes: number;
  /** Milliseconds until it stops by itself; null while it is used or down. */
  readonly idleLeft: number | null;
  /** Who holds it and who waits, in the order of the queue. */
  readonly leases: readonly Holder[];
  /** Commands that have it open. */
  readonly users: readonly Holder[];
  /** Where it keeps its files. */
  readonly folder: string;
}

export interface MemberStatus {
  readonly id: number;
  readonly role: 'broker' | 'controller';
  readonly is: 'up' | 'frozen' | 'killed' | 'stopped';
  readonly pid: number | null;
  readonly ports: Readonly<Record<string, number>>;
  readonly residentBytes: number | null;
}

export interface UpkeepOptions {
  readonly shape?: Shape | undefined;
  /** Default: `PROVING_DRIVER`, else the one whose cluster runs. */
  readonly driver?: DriverName | undefined;
  readonly tell?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Does not wait for those who hold the cluster. */
  readonly now?: boolean | undefined;
}

/** What a process wrote last; a service is called by its name. */
export interface MemberLog {
  readonly id: number | Service;
  readonly role: 'broker' | 'controller' | 'service';
  readonly file: string;
  readonly lines: readonly string[];
}

export type LogOptions = Pick<UpkeepOptions, 'shape' | 'driver'> & { readonly lines?: number | undefined };
export type { Duration };
