import type { Readiness } from '../driver.ts';
import { javaMissing, javaTooOld, mavenMissing } from '../errors.ts';
import { kafkaFiles } from './files.ts';
import { bestJdk, findJdks, type Jdk } from './jdk.ts';
import { findMaven, haveJars } from './maven.ts';

/** Looks for Java, for Kafka's jars, and for Maven if they are still to be fetched. */
export function lookAround(): Readiness {
  const fetched = haveJars(kafkaFiles());
  return readinessOf({ platform: process.platform, java: findJdks(), fetched, maven: fetched ? null : findMaven() });
}

/** Whether brokers can be run here as JVMs, from what was found. */
export function readinessOf(found: {
  readonly platform: NodeJS.Platform;
  /** Newest first. */
  readonly java: readonly Jdk[];
  /** Whether Kafka's jars are here already. */
  readonly fetched: boolean;
  readonly maven: string | null;
}): Readiness {
  const [newest] = found.java;
  if (found.platform === 'win32')
    return { ready: false, because: 'it needs Linux or macOS.', fix: 'run the course inside WSL 2, or use Docker' };
  if (!newest) return { ready: false, ...javaMissing() };
  if (!bestJdk(found.java)) return { ready: false, ...javaTooOld(newest.version, newest.home) };
  if (!found.fetched && !found.maven) return { ready: false, ...mavenMissing() };
  return { ready: true };
}
