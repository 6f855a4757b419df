import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DriverName, Shape } from '@proving/spec';
import type { Cluster, Driver, Progress } from './driver.ts';
import { noDriver } from './errors.ts';
import { home } from './home.ts';
import { driverNames, Plain } from './words.ts';

export interface OpenOptions {
  /** Default `standard`. */
  readonly shape?: Shape | undefined;
  /** Default: `PROVING_DRIVER`, else the first that is ready. */
  readonly driver?: DriverName | undefined;
  readonly tell?: ((progress: Progress) => void) | undefined;
}

/**
 * A running cluster: somebody else's when `PROVING_BOOTSTRAP` is set, else this machine's, started or healed if need be.
 * @throws {Plain} code `no-driver` with every driver's reason and fix, or what stopped the one that was chosen
 */
export async function openCluster({ shape = 'standard', driver, tell = () => {} }: OpenOptions = {}): Promise<Cluster> {
  return (await chooseDriver(driver)).start(shape, tell);
}

/** The driver that was asked for, the one whose cluster runs, or the first that is ready. */
export async function chooseDriver(asked: string | undefined = process.env['PROVING_DRIVER'] || undefined): Promise<Driver> {
  if (asked !== undefined) return driverNamed(asked);
  if (process.env['PROVING_BOOTSTRAP']) return driverNamed('external');
  if (await runsInContainers()) return driverNamed('docker');
  const refusals: { driver: DriverName; because: string; fix: string | null }[] = [];
  for (const name of ['jvm', 'docker'] as const) {
    const driver = await driverNamed(name);
    const readiness = await driver.probe();
    if (readiness.ready) return driver;
    refusals.push({ driver: name, because: readiness.because, fix: readiness.fix });
  }
  refusals.push({ driver: 'external', because: 'not asked: set PROVING_BOOTSTRAP to use your own brokers.', fix: null });
  throw noDriver(refusals);
}

/** Whether the cluster that runs here was started in containers, and none as JVMs. Files are read, no engine is asked. */
export async function runsInContainers(): Promise<boolean> {
  if (!existsSync(join(home(), 'cluster', 'docker', 'runs'))) return false;
  const { filesOf } = await import('./jvm/files.ts');
  const { isUp } = await import('./jvm/member-state.ts');
  return !isUp(filesOf('standard'));
}

/** Each driver is loaded when it is wanted: a start should not pay for the others. */
export async function driverNamed(name: string): Promise<Driver> {
  switch (name) {
    case 'jvm':
      return (await import('./jvm/driver.ts')).jvmDriver;
    case 'docker':
      return (await import('./docker/driver.ts')).dockerDriver();
    case 'external':
      return (await import('./external/driver.ts')).externalDriver();
    default:
      throw new Plain('no-such-driver', `There is no driver "${name}".`, {
        fix: `use one of: ${driverNames.join(', ')}`,
        exit: 64,
      });
  }
}
