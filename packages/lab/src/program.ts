import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Json, Plain } from '@proving/spec';
import type { Inheritance } from './child.ts';
import type { Program, WaitOptions } from './lab.ts';
import type { Recorder } from './recorder.ts';
import type { Relay } from './relay.ts';
import { waitAloud } from './topic.ts';

export interface ChildSetting {
  /** Absolute. */
  readonly file: string;
  readonly name: string;
  readonly args: Readonly<Record<string, Json>>;
  readonly inherits: Inheritance;
  readonly recorder: Recorder;
  readonly relay: Relay;
}

/**
 * A child program of an experiment, in a process of its own so that it can be killed at any line. Its arguments come as JSON in
 * `PROVING_ARGS`; it speaks with `process.send`, or with the `say` of `child()`, whose clients are recorded here as well. It dies with
 * the experiment: `guard.ts` watches the parent.
 */
export class ChildProgram implements Program {
  readonly #child: ChildProcess;
  readonly #name: string;
  readonly #recorder: Recorder;
  readonly #relay: Relay;
  readonly #heard: Json[] = [];
  #error = '';

  constructor({ file, name, args, inherits, recorder, relay }: ChildSetting) {
    this.#name = name;
    this.#recorder = recorder;
    this.#relay = relay;
    this.#child = spawn(process.execPath, ['--import', new URL('./guard.ts', import.meta.url).href, file], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, PROVING_ARGS: JSON.stringify(args), PROVING_CHILD: JSON.stringify(inherits) },
    });
    this.#child.on('message', (message) => {
      if (!relay.hear(message)) this.#heard.push(message as Json);
    });
    this.#child.on('error', (error) => {
      this.#error = error.message;
    });
    this.#child.stdout?.on('data', (text: Buffer) =>
      recorder.tell({ type: 'printed', text: `${name}: ${text.toString().trimEnd()}` }),
    );
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#error = `${this.#error}${text.toString()}`.slice(-2_000);
    });
  }

  says(what: (message: Json) => boolean, options: WaitOptions = {}): Promise<Json> {
    const saw = () => (this.#heard.length > 0 ? `it said ${JSON.stringify(this.#heard)}` : 'it said nothing');
    return waitAloud(this.#recorder, `word from ${this.#name}`, { giveUpAfter: '20s', ...options }, saw, () => {
      const at = this.#heard.findIndex(what);
      if (at >= 0) return { message: this.#heard.splice(at, 1)[0] as Json };
      if (this.#gone())
        throw new Plain('program-ended', `${this.#name} ended before it said what was waited for.`, {
          saw: this.#lastWords(),
          exit: 2,
        });
      return null;
    }).then(({ message }) => message);
  }

  tell(message: Json): void {
    if (this.#child.connected) this.#child.send(message as string);
  }

  async kill(): Promise<void> {
    if (this.#gone()) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
    this.#relay.killed();
    this.#recorder.tell({ type: 'fault.injected', fault: 'process', brokers: [], detail: `SIGKILL ${this.#relay.known()}` });
  }

  async freeze(): Promise<void> {
    this.#child.kill('SIGSTOP');
    this.#recorder.tell({ type: 'fault.injected', fault: 'process', brokers: [], detail: `SIGSTOP ${this.#relay.known()}` });
  }

  async thaw(): Promise<void> {
    this.#child.kill('SIGCONT');
    this.#recorder.tell({ type: 'fault.healed', fault: 'process', brokers: [], detail: `SIGCONT ${this.#relay.known()}` });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#gone()) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exit;
  }

  #lastWords(): string {
    return /^\w*Error.*$/m.exec(this.#error)?.[0] ?? (this.#error.trim().split('\n').at(-1) || 'it said nothing on its way out');
  }

  #gone(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
}
