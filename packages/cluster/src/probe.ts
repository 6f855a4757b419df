import type { DriverName } from '@proving/spec';
import type { Readiness } from './driver.ts';
import { home } from './home.ts';
import { filesOf, kafkaFiles } from './jvm/files.ts';
import { bestJdk, findJdks } from './jvm/jdk.ts';
import { findMaven, haveJars } from './jvm/maven.ts';
import { memberState } from './jvm/member-state.ts';
import { busyAmong, portsIn } from './jvm/ports.ts';
import { availableMemory, freeBytes } from './jvm/room.ts';
import { readState } from './jvm/state.ts';
import { driverNamed, runsInContainers } from './open.ts';
import { type EngineProbe, probeEngine } from './services/engine/probe.ts';
import { type PostgresProbe, probePostgres } from './services/postgres/status.ts';
import { probeRegistry, type RegistryProbe } from './services/registry/status.ts';
import { probeStreams, type StreamsProbe } from './services/streams/status.ts';
import { kafkaVersion } from './version.ts';

/** What this machine has for a cluster. Found without starting anything. */
export interface Probe {
  readonly drivers: readonly { readonly name: DriverName; readonly readiness: Readiness }[];
  /** Whether a cluster in containers was started here and not stopped. */
  readonly inContainers: boolean;
  /** Newest first. */
  readonly java: readonly { readonly version: string; readonly home: string }[];
  /** The Java that would run Kafka; null: none is new enough. */
  readonly runsOn: string | null;
  /** The `mvn` command; null: none found. */
  readonly maven: string | null;
  readonly kafka: { readonly version: string; readonly fetched: boolean };
  readonly registry: RegistryProbe;
  readonly streams: StreamsProbe;
  readonly postgres: PostgresProbe;
  readonly engine: EngineProbe;
  readonly home: string;
  /** Bytes; null where the system does not say. */
  readonly diskFree: number | null;
  readonly memoryFree: number | null;
  /** Remembered ports that another program listens on; the next start chooses new ones. */
  readonly portsTaken: readonly number[];
}

export async function probe(): Promise<Probe> {
  const names: readonly DriverName[] = ['jvm', 'docker', 'external'];
  const java = findJdks();
  return {
    drivers: await Promise.all(names.map(async (name) => ({ name, readiness: await (await driverNamed(name)).probe() }))),
    inContainers: await runsInContainers(),
    java: java.map(({ version, home }) => ({ version, home })),
    runsOn: bestJdk(java)?.home ?? null,
    maven: findMaven(),
    kafka: { version: kafkaVersion, fetched: haveJars(kafkaFiles()) },
    registry: probeRegistry(),
    streams: probeStreams(),
    postgres: await probePostgres(home()),
    engine: await probeEngine(),
    home: home(),
    diskFree: freeBytes(home()),
    memoryFree: availableMemory(),
    portsTaken: await portsTaken(),
  };
}

function portsTaken(): Promise<readonly number[]> | readonly number[] {
  const files = filesOf('standard');
  const remembered = readState(files);
  if (remembered.kind !== 'state') return [];
  const down = remembered.state.members.filter(({ id }) => ['killed', 'stopped'].includes(memberState(files, id)));
  return busyAmong(down.flatMap(({ ports }) => portsIn(ports)));
}
