import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { usesArchive } from '../../jvm/archive.ts';
import { javaEnvironment } from '../../jvm/java.ts';
import { markOf } from '../../jvm/jdk.ts';
import { tail } from '../../jvm/why.ts';
import { recordThenBecome, self } from '../../processes.ts';
import type { RunningStreams, StreamsRun } from '../service.ts';
import { compile, keptJar } from './compile.ts';
import type { PreparedStreams } from './prepare.ts';
import { streamsArguments } from './program.ts';
import { removeFolder } from './sweep.ts';

/**
 * Starts the class of a source file in a JVM that ends with this process. The folder that it works in names who began it and who it
 * is, so that whoever comes next can clear it away.
 * @param archive what the JVM is told of an archive of its classes
 */
export async function startApplication(
  prepared: PreparedStreams,
  run: StreamsRun,
  archive: readonly string[] = keptClasses(prepared),
): Promise<RunningStreams> {
  const [kept, classes] = await Promise.all([keptJar(prepared), compile(prepared, run.source)]);
  const folder = applicationFolder(prepared, run.applicationId);
  removeFolder(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'owner'), JSON.stringify(self));
  const settings = { ...run.settings, 'application.id': run.applicationId, 'state.dir': join(folder, 'state') };
  writeFileSync(join(folder, 'settings.properties'), propertiesOf(settings));
  const args = streamsArguments(prepared, { kept, classes, main: basename(run.source, '.java'), folder, archive });
  return running(begin(prepared.jdk.java, args, folder), folder);
}

/** Where an application works, and keeps its state. */
export const applicationFolder = ({ files }: PreparedStreams, id: string): string => join(files.applications, id);

function keptClasses({ files, jdk }: PreparedStreams): readonly string[] {
  const archive = files.archive(markOf(jdk));
  return usesArchive(jdk, existsSync(archive) ? archive : null);
}

function begin(java: string, args: readonly string[], folder: string): ChildProcess {
  const err = openSync(join(folder, 'err'), 'w');
  try {
    return spawn('/bin/sh', ['-c', recordThenBecome, 'sh', join(folder, 'pid'), java, ...args], {
      cwd: folder,
      env: javaEnvironment(),
      stdio: ['pipe', 'pipe', err],
    });
  } finally {
    closeSync(err);
  }
}

function running(child: ChildProcess, folder: string): RunningStreams {
  let ended: string | null = null;
  const over = new Promise<string>((resolve) => {
    const end = (how: string) => {
      ended = how;
      resolve(how);
    };
    child.once('error', ({ message }) => end(message));
    child.once('exit', (code, signal) => end(signal ?? `exit ${code}`));
  });
  const said: string[] = [];
  if (child.stdout) createInterface(child.stdout).on('line', (line) => said.push(line));
  child.stdin?.on('error', () => undefined);
  const tell = (line: string) => void child.stdin?.write(`${line}\n`);
  const kill = async () => {
    child.kill('SIGKILL');
    await over;
  };
  return {
    said,
    tell,
    ended: () => (ended === null ? null : (lastWords(join(folder, 'err')) ?? ended)),
    lastWords: () => lastWords(join(folder, 'err')),
    over,
    kill,
    async end() {
      await kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}

/** The line of its log that tells most about what went wrong; null: it wrote none. */
function lastWords(file: string): string | null {
  const lines = tail(file)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.findLast((line) => /^Caused by:|ERROR|Exception/.test(line)) ?? lines.at(-1) ?? null;
}

const propertiesOf = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value.replaceAll('\\', '\\\\')}\n`)
    .join('');
