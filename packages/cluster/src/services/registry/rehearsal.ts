import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Progress } from '../../driver.ts';
import { makesArchive } from '../../jvm/archive.ts';
import type { RegistryFiles } from '../../jvm/files.ts';
import type { Jdk } from '../../jvm/jdk.ts';
import { launch } from '../../jvm/launch.ts';
import { readRecord } from '../../jvm/member-state.ts';
import { freeBlock } from '../../jvm/ports.ts';
import { signal } from '../../processes.ts';
import { repeat, waitFor } from '../../wait.ts';
import { Plain } from '../../words.ts';
import { registryArguments } from './program.ts';
import { apiOf } from './state.ts';
import { registryVersion } from './version.ts';
import { answers } from './wire.ts';

/**
 * Runs a registry in a folder that is thrown away, for the archive of classes that it leaves behind. About 10 s on a quiet machine.
 * One that does not answer or end in time leaves none, and the registry starts without.
 */
export async function rehearseRegistry(
  files: RegistryFiles,
  jdk: Jdk,
  archive: string,
  tell: (progress: Progress) => void,
): Promise<void> {
  const doing = `Preparing the schema registry ${registryVersion} for Java ${jdk.version}, once`;
  using _ = repeat(() => tell({ doing }), '1.5s');
  const folder = join(files.registry, 'rehearsal');
  clear(folder);
  mkdirSync(folder, { recursive: true });
  try {
    const draft = join(folder, 'archive.jsa');
    await play(files, jdk, folder, draft);
    if (existsSync(draft)) renameSync(draft, archive);
  } catch (failure) {
    if (!(failure instanceof Plain && failure.code === 'not-in-time')) throw failure;
  } finally {
    clear(folder);
  }
}

async function play(files: RegistryFiles, jdk: Jdk, folder: string, archive: string): Promise<void> {
  const [port = 0] = await freeBlock(1);
  const scratch = join(folder, 'scratch');
  mkdirSync(scratch);
  const args = registryArguments({
    app: files.app,
    port,
    data: join(folder, 'data'),
    scratch,
    archive: makesArchive(jdk, archive),
  });
  const registry = await launch(jdk.java, args, { record: record(folder), out: join(folder, 'registry.out'), cwd: folder });
  await waitFor('a registry to answer', async () => registry.ended() !== null || (await answers(apiOf(port))), { within: '120s' });
  signal(registry.process, 'SIGTERM');
  await waitFor('a registry to end', () => registry.ended() !== null, { within: '120s' });
}

/** Also after a rehearsal that was killed: its registry may still run. */
function clear(folder: string): void {
  const leftover = readRecord(record(folder));
  if (leftover) signal(leftover, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

const record = (folder: string) => join(folder, 'registry.pid');
