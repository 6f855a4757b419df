import type { DriverName } from '@proving/spec';
import { Plain } from './words.ts';

export const noDriver = (
  lines: readonly { readonly driver: DriverName; readonly because: string; readonly fix: string | null }[],
) =>
  new Plain('no-driver', 'No cluster could be started.', {
    saw: lines.map(({ driver, because, fix }) => `${driver.padEnd(9)} ${because}${fix ? `  Try: ${fix}` : ''}`).join('\n'),
    fix: 'pnpm diagnose',
  });

export const javaMissing = () => ({
  because: 'not ready: no Java was found in JAVA_HOME, on PATH or in the usual folders; Kafka needs 17 or newer.',
  fix: 'install a JDK 17 or newer (adoptium.net, or your package manager)',
});

export const javaTooOld = (found: string, home: string) => ({
  because: `not ready: found Java ${found} in ${home}; Kafka needs 17 or newer.`,
  fix: 'install a JDK 17 or newer (adoptium.net, or your package manager)',
});

export const mavenMissing = () => ({
  because: 'not ready: Kafka is not fetched yet, and Maven, which fetches it, was not found on PATH or in the usual folders.',
  fix: 'install Maven (maven.apache.org, or your package manager)',
});

export const unwritable = (folder: string, cause: unknown) =>
  new Plain('home-unwritable', `The course cannot write to ${folder}.`, {
    saw: words(cause),
    fix: 'make that folder writable, or set PROVING_HOME to one that is',
    cause,
  });

export const diskFull = (folder: string, saw: string) =>
  new Plain('disk-full', `The disk that holds ${folder} is full.`, {
    saw,
    fix: 'free some space (a cluster wants 1 GB), or set PROVING_HOME to a folder on another disk',
  });

export const brokerDied = (name: string, log: string, saw: string) =>
  new Plain('broker-died', `${name} did not start.`, { saw, fix: `read ${log}, then try: pnpm cluster reset` });

export const notHealed = (what: string, saw: string, log: string) =>
  new Plain('not-healed', `The cluster is not whole: ${what}.`, { saw, fix: `read ${log}, or start afresh: pnpm cluster reset` });

export function words(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

export const shortOfMemory = (saw: string) =>
  new Plain('memory', 'There is not enough memory for three brokers and a controller.', {
    saw,
    fix: 'close other programs (the cluster wants 800 MB), then try again',
  });
