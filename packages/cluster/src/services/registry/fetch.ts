import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Progress } from '../../driver.ts';
import { writeDurably } from '../../durable.ts';
import { mavenMissing } from '../../errors.ts';
import type { RegistryFiles } from '../../jvm/files.ts';
import type { Jdk } from '../../jvm/jdk.ts';
import { copyFromMaven, findMaven } from '../../jvm/maven.ts';
import { Plain } from '../../words.ts';
import { registryPom, registryVersion } from './version.ts';

export const haveRegistry = ({ app, manifest }: RegistryFiles): boolean =>
  existsSync(manifest) && existsSync(join(app, 'quarkus-run.jar'));

/**
 * Fetches the registry by Maven, which checks it against its checksum, and unpacks it. It appears whole or not at all.
 * @throws {Plain} codes `maven-missing`, `maven-offline`, `maven-failed`
 */
export async function fetchRegistry(files: RegistryFiles, jdk: Jdk, tell: (progress: Progress) => void): Promise<void> {
  const maven = findMaven();
  if (!maven)
    throw new Plain('maven-missing', 'The schema registry is not fetched yet, and Maven, which fetches it, was not found.', {
      fix: mavenMissing().fix,
    });
  const temporary = `${files.app}.${process.pid}.new`;
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(join(temporary, 'app'), { recursive: true });
  try {
    const what = `the schema registry (Apicurio ${registryVersion}, 159 MB)`;
    await copyFromMaven({ what, pom: registryPom, maven, javaHome: jdk.home, into: temporary }, tell);
    const packed = readdirSync(temporary).find((name) => name.endsWith('.tar.gz'));
    if (packed === undefined) throw new Error('Maven copied no archive of the registry');
    await promisify(execFile)('tar', ['-xzf', join(temporary, packed), '-C', join(temporary, 'app')]);
    for (const old of [files.manifest, files.app]) rmSync(old, { recursive: true, force: true });
    renameSync(join(temporary, 'app'), files.app);
    writeDurably(files.manifest, `${JSON.stringify({ version: registryVersion })}\n`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
