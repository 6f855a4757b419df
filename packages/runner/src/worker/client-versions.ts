import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The versions of the Kafka clients in use, as their own package.json says. */
export async function clientVersions(): Promise<Readonly<Record<string, string>>> {
  const { resolve } = createRequire(import.meta.resolve('@proving/lab'));
  const names = ['kafkajs', '@platformatic/kafka'];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await versionOf(resolve(name))] as const)));
}

async function versionOf(entry: string): Promise<string> {
  for (let folder = entry; folder.includes('node_modules'); ) {
    folder = folder.slice(0, folder.lastIndexOf('/'));
    const text = await readFile(`${folder}/package.json`, 'utf8').catch(() => null);
    const version = text && (JSON.parse(text) as { version?: string }).version;
    if (version) return version;
  }
  return 'unknown';
}
