import { existsSync } from 'node:fs';
import type { Progress } from '../../driver.ts';
import { writeDurably } from '../../durable.ts';
import { type RegistryFiles, registryFiles } from '../../jvm/files.ts';
import { bestJdk, findJdks, type Jdk, markOf } from '../../jvm/jdk.ts';
import { pass } from '../../turnstile.ts';
import { noJavaForRegistry } from './errors.ts';
import { fetchRegistry, haveRegistry } from './fetch.ts';
import { rehearseRegistry } from './rehearsal.ts';
import { registryJava, registryVersion } from './version.ts';

/** Everything the registry is started from. */
export interface PreparedRegistry {
  readonly files: RegistryFiles;
  readonly jdk: Jdk;
  /** Class-data archive; null where this JVM made none. */
  readonly archive: string | null;
}

/**
 * The registry and its class-data archive: found, or fetched and made now, the archive once per JDK.
 * @throws {Plain} code `not-provable-here`, exit 2, without a Java that is new enough
 */
export async function prepareRegistry(tell: (progress: Progress) => void): Promise<PreparedRegistry> {
  const jdks = findJdks();
  const jdk = bestJdk(jdks, registryJava);
  if (!jdk) throw noJavaForRegistry(jdks[0] ?? null);
  const files = registryFiles(registryVersion);
  using _ = await pass(files.lock, 'exclusive', 'fetching the schema registry', {
    waiting: ([first]) => tell({ doing: `Waiting for ${first?.what} (process ${first?.pid}), which prepares the schema registry` }),
  });
  if (!haveRegistry(files)) await fetchRegistry(files, jdk, tell);
  const archive = files.archive(markOf(jdk));
  const without = `${archive}.none`;
  if (!existsSync(archive) && !existsSync(without)) {
    await rehearseRegistry(files, jdk, archive, tell);
    if (!existsSync(archive)) writeDurably(without, 'This JVM made no class-data archive; the registry starts without one.\n');
  }
  return { files, jdk, archive: existsSync(archive) ? archive : null };
}
