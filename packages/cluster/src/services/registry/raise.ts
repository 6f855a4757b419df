import { existsSync, mkdirSync, rmSync } from 'node:fs';
import type { Progress } from '../../driver.ts';
import { usesArchive } from '../../jvm/archive.ts';
import type { Files } from '../../jvm/files.ts';
import { type Launched, launch } from '../../jvm/launch.ts';
import { killMember } from '../../jvm/members.ts';
import { tail } from '../../jvm/why.ts';
import { repeat } from '../../wait.ts';
import { portLike, untilItAnswers } from '../starting.ts';
import { registryDied, registryLate } from './errors.ts';
import type { PreparedRegistry } from './prepare.ts';
import { registryArguments } from './program.ts';
import { apiOf, type RegistryState, readRegistry, writeRegistry } from './state.ts';
import { registryVersion } from './version.ts';
import { answers } from './wire.ts';

type Tell = (progress: Progress) => void;
const within = '90s';

/**
 * Starts the registry on its schemas, at its port if that is free. Schemas on which it twice refuses to start are wiped, with a word
 * about it. Called with the cluster's lock held, when nobody answers.
 * @throws {Plain} codes `registry-died`, `registry-late`
 */
export async function raiseRegistry(files: Files, prepared: PreparedRegistry, tell: Tell): Promise<RegistryState> {
  using _ = repeat(() => tell({ doing: 'Starting the schema registry' }), '1.5s');
  let mayWipe = existsSync(files.schemas);
  for (let refusals = 0, attempt = 0; ; attempt++) {
    await killMember(files, 'registry');
    const state = await placed(files, prepared, tell);
    const started = await begin(files, prepared, state);
    const ended = await untilItAnswers(started, () => answers(apiOf(state.port)), {
      within,
      late: () => registryLate(files.out('registry'), within),
    });
    if (ended === null) return state;
    const died = lastWords(files) ?? `it wrote nothing (${ended})`;
    if (attempt === 5) throw registryDied(files.out('registry'), died);
    // One that somebody killed says nothing about its schemas, one that found its port taken neither; one that gave up twice does.
    if (!ended.startsWith('exit') || portTaken.test(died) || ++refusals < 2) continue;
    if (!mayWipe) throw registryDied(files.out('registry'), died);
    mayWipe = false;
    tell({ doing: `The schemas of the registry are damaged (${died}); starting afresh without them` });
    rmSync(files.schemas, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }
}

/** What it will be is written before anything is started. */
async function placed(files: Files, { jdk }: PreparedRegistry, tell: Tell): Promise<RegistryState> {
  const port = await portLike(readRegistry(files)?.port, tell);
  const state = { format: 1, version: registryVersion, java: jdk.version, port } as const;
  writeRegistry(files, state);
  return state;
}

function begin(files: Files, { jdk, archive, files: { app } }: PreparedRegistry, { port }: RegistryState): Promise<Launched> {
  rmSync(files.scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  mkdirSync(files.scratch, { recursive: true });
  const args = registryArguments({ app, port, data: files.schemas, scratch: files.scratch, archive: usesArchive(jdk, archive) });
  return launch(jdk.java, args, { record: files.record('registry'), out: files.out('registry'), cwd: files.cluster });
}

const portTaken = /Address already in use|BindException|port .*in use/i;

/** The line of its log that tells most about its end. */
function lastWords(files: Files): string | null {
  const lines = tail(files.out('registry'))
    .split('\n')
    .map((line) => line.trim());
  return (
    lines.find((line) => portTaken.test(line)) ??
    lines.findLast((line) => /^Caused by:/.test(line)) ??
    lines.find((line) => /\b(FATAL|ERROR)\b|Exception|^Error/.test(line)) ??
    null
  );
}
