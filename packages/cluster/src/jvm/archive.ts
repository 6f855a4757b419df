import type { Jdk } from './jdk.ts';

/** Java 25 also keeps what it linked and profiled, and starts in half the time of an archive of classes alone (JEP 514, JEP 515). */
const keepsMore = (jdk: Jdk) => jdk.major >= 25;

/** Options of a JVM that leaves an archive of its classes behind when it ends by itself. */
export const makesArchive = (jdk: Jdk, archive: string): readonly string[] => [
  keepsMore(jdk) ? `-XX:AOTCacheOutput=${archive}` : `-XX:ArchiveClassesAtExit=${archive}`,
];

/** Options of a JVM that starts from such an archive; null: there is none, and it starts without. */
export const usesArchive = (jdk: Jdk, archive: string | null): readonly string[] => {
  if (archive === null) return [];
  return keepsMore(jdk) ? [`-XX:AOTCache=${archive}`] : [`-XX:SharedArchiveFile=${archive}`, '-Xshare:auto'];
};
