import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { javaEnvironment } from '../../jvm/java.ts';
import { tail } from '../../jvm/why.ts';
import { recordThenBecome, self } from '../../processes.ts';
import type { RunningStreams, StreamsRun } from '../service.ts';
import { compile } from './compile.ts';
import type { PreparedStreams } from './prepare.ts';
import { removeFolder } from './sweep.ts';

/**
 * Starts the class of a source file in a JVM that ends with this process. The folder that it works in names who began it and who it
 * is, so that whoever comes next can clear it away.
 */
export async function startApplication(prepared: PreparedStreams, run: StreamsRun): Promise<RunningStreams> {
  const classes = await compile(prepared, run.source);
  const folder = join(prepared.files.applications, run.applicationId);
  removeFolder(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'owner'), JSON.stringify(self));
  const settings = { ...run.settings, 'application.id': run.applicationId, 'state.dir': join(folder, 'state') };
  writeFileSync(join(folder, 'settings.properties'), propertiesOf(settings));
  const child = begin(prepared, { folder, classes, main: basename(run.source, '.java') });
  return running(child, folder);
}

interface Beginning {
  readonly folder: string;
  readonly classes: string;
  readonly main: string;
}

function begin({ files, jdk }: PreparedStreams, { folder, classes, main }: Beginning): ChildProcess {
  const java = ['-Xmx128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData', '-Djava.awt.headless=true'];
  const native = ['-Dorg.slf4j.simpleLogger.defaultLogLevel=warn', '-cp', [classes, join(files.libs, '*')].join(delimiter)];
  const args = [...java, ...native, 'Kept', main, join(folder, 'settings.properties')];
  const err = openSync(join(folder, 'err'), 'w');
  try {
    return spawn('/bin/sh', ['-c', recordThenBecome, 'sh', join(folder, 'pid'), jdk.java, ...args], {
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
  return {
    said,
    tell: (line) => void child.stdin?.write(`${line}\n`),
    ended: () => (ended === null ? null : (lastWords(join(folder, 'err')) ?? ended)),
    lastWords: () => lastWords(join(folder, 'err')),
    over,
    async kill() {
      child.kill('SIGKILL');
      await over;
    },
    forget: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }),
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
