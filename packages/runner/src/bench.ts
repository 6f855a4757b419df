import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { provingHome } from '@proving/spec';
import type { Job, Said } from './job.ts';

/** How the worker process ended, when it ended before it was asked to. */
export interface Death {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  /** The last lines it wrote on stderr. */
  readonly words: string;
}

/** `the experiment's process was killed (SIGKILL) while waiting for a leader other than broker 2` */
export function deathInWords({ signal, code, words }: Death, where: string): string {
  const error = errorIn(words);
  const how = signal ? `was killed (${signal})` : `ended with code ${code}`;
  return `the experiment's process ${how} ${where}${error ? `: ${error}` : ''}`;
}

/** The line in which a process that died said why, of an error of ours its sentence; null when it said nothing. */
export const errorIn = (words: string): string | null =>
  /^(?:\w*Error|Plain)\b.*$/m.exec(words)?.[0].replace(/^Plain: /, '') ?? null;

/** A worker process: takes one job at a time, says what happens, and is replaced when it dies. */
export class Bench implements AsyncDisposable {
  readonly #child: ChildProcess;
  #hear: (said: Said) => void = () => undefined;
  #printed: (line: string) => void = () => undefined;
  #words = '';
  #dead: Death | null = null;
  readonly #closed: Promise<Death>;

  /** @param root the folder of the runner's own sources */
  constructor(root: string) {
    this.#child = spawn(
      process.execPath,
      [
        '--no-warnings',
        '--import',
        pathToFileURL(`${root}/packages/lab/src/guard.ts`).href,
        `${root}/packages/runner/src/worker/main.ts`,
        // For whom it works: others who wait for the cluster are told.
        ...process.argv.slice(1),
      ],
      {
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
        serialization: 'advanced',
        // Half of a cold start is reading the same libraries again; Node keeps what it compiled.
        env: { NODE_COMPILE_CACHE: compileCache(), ...process.env, KAFKAJS_NO_PARTITIONER_WARNING: '1' },
      },
    );
    this.#child.on('message', (list: readonly Said[]) => {
      for (const said of list) this.#hear(said);
    });
    if (this.#child.stdout)
      createInterface(this.#child.stdout).on('line', (line) => {
        if (line.trim()) this.#printed(line);
      });
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#words = `${this.#words}${text.toString()}`.slice(-4_000);
    });
    this.#child.on('error', () => undefined);
    this.#closed = once(this.#child, 'close').then(([code, signal]) => {
      this.#dead = { code: code as number | null, signal: signal as NodeJS.Signals | null, words: this.#words };
      return this.#dead;
    });
  }

  get alive(): boolean {
    return this.#dead === null && this.#child.connected;
  }

  /**
   * Does one job to its end.
   * @returns null when it was done, else how the process died on the way
   */
  async take(job: Job, hear: (said: Said) => void, printed: (line: string) => void): Promise<Death | null> {
    const done = Promise.withResolvers<null>();
    this.#printed = printed;
    this.#hear = (said) => (said.say === 'done' ? done.resolve(null) : hear(said));
    this.#child.send(job, () => undefined);
    return Promise.race([done.promise, this.#closed]);
  }

  /** Asks it to clean up, and kills it when it has not gone after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    if (this.#dead) return;
    if (this.#child.connected) this.#child.send({ do: 'stop' } satisfies Job, () => undefined);
    const gone = await Promise.race([this.#closed.then(() => true), pause(graceMs, false, { ref: false })]);
    if (!gone) {
      this.#child.kill('SIGKILL');
      await this.#closed;
    }
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop(3_000);
  }
}

const compileCache = () => join(provingHome(process.env, platform(), homedir()), 'cache', 'code');

/** The repository's root, found from the file that runs: a package's source, or the terminal's bundle in node_modules/.cache. */
export function repositoryRoot(from = import.meta.url): string {
  const path = fileURLToPath(from);
  const at = Math.max(path.lastIndexOf('/packages/runner/'), path.lastIndexOf('/node_modules/.cache/'));
  return process.env['PROVING_ROOT'] ?? path.slice(0, at < 0 ? undefined : at);
}
