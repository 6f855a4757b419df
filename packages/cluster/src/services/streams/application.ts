import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { javaEnvironment } from '../../jvm/java.ts';
import { tail } from '../../jvm/why.ts';
import { recordThenBecome, self } from '../../processes.ts';
import { waitFor } from '../../wait.ts';
import type { RunningStreams, StreamsRun } from '../service.ts';
import { compile, keptJar } from './compile.ts';
import type { PreparedStreams } from './prepare.ts';
import { noArchive, type StreamsProgram, streamsProgram } from './program.ts';
import { removeFolder } from './sweep.ts';

/**
 * Starts the class of a source file in a JVM that ends with this process. The folder that it works in names who began it and who it
 * is, so that whoever comes next can clear it away.
 */
export async function startApplication(prepared: PreparedStreams, run: StreamsRun): Promise<RunningStreams> {
  const [kept, classes] = await Promise.all([keptJar(prepared), compile(prepared, run.source)]);
  const folder = join(prepared.files.applications, run.applicationId);
  removeFolder(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'owner'), JSON.stringify(self));
  const settings = { ...run.settings, 'application.id': run.applicationId, 'state.dir': join(folder, 'state') };
  writeFileSync(join(folder, 'settings.properties'), propertiesOf(settings));
  const program = streamsProgram(prepared, { kept, classes, main: basename(run.source, '.java'), folder });
  return running(begin(prepared.jdk.java, program, folder), program, folder);
}

function begin(java: string, { args }: StreamsProgram, folder: string): ChildProcess {
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

function running(child: ChildProcess, { archive }: StreamsProgram, folder: string): RunningStreams {
  let ended: string | null = null;
  const over = new Promise<void>((resolve) => {
    const end = (how: string) => {
      ended = how;
      resolve();
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
      if (archive !== null) {
        await waitFor('Kafka Streams to keep its classes', () => ended !== null, { within: '60s' }).catch(() => undefined);
        if (existsSync(archive.draft)) renameSync(archive.draft, archive.for);
        else if (ended === 'exit 0') writeFileSync(noArchive(archive.for), 'This JVM made no archive of classes.\n');
      }
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
