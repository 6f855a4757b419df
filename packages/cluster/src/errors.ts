import type { DriverName } from '@proving/spec';
import { Plain } from './words.ts';

/** @param refusals each driver's reason in the order they were asked; `fix: null` where none was wanted */
export const noDriver = (
  refusals: readonly { readonly driver: DriverName; readonly because: string; readonly fix: string | null }[],
) =>
  new Plain('no-driver', 'No cluster could be started.', {
    saw: refusals
      .map(({ driver, because, fix }) => `${driver.padEnd(9)} ${fix === null ? because : `not ready: ${because}  Try: ${fix}`}`)
      .join('\n'),
    fix: 'do what one of these lines says; pnpm diagnose looks again',
  });

export const javaMissing = () => ({
  because: 'no Java was found in JAVA_HOME, on PATH or in the usual folders; Kafka needs 17 or newer.',
  fix: 'install a JDK 17 or newer (adoptium.net, or your package manager)',
});

export const javaTooOld = (found: string, home: string) => ({
  because: `found Java ${found} in ${home}; Kafka needs 17 or newer.`,
  fix: 'install a JDK 17 or newer (adoptium.net, or your package manager)',
});

export const mavenMissing = () => ({
  because: 'Kafka is not fetched yet, and Maven, which fetches it, was not found on PATH or in the usual folders.',
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

export const noSuchBroker = (id: number) => new Plain('no-such-broker', `There is no broker ${id} in this cluster.`);

export function words(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

export const shortOfMemory = (saw: string) =>
  new Plain('memory', 'There is not enough memory for three brokers and a controller.', {
    saw,
    fix: 'close other programs (the cluster wants 800 MB), then try again',
  });

/** Does something in a folder; what the file system refuses is said plainly. */
export async function plainly<T>(folder: string, act: () => Promise<T> | T): Promise<T> {
  try {
    return await act();
  } catch (failure) {
    const { code, syscall, path } = (failure ?? {}) as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw diskFull(folder, words(failure));
    const refused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code ?? '') || (syscall === 'mkdir' && code !== undefined);
    if (refused && path !== undefined) throw unwritable(folder, failure);
    throw failure;
  }
}
