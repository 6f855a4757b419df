import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { bare } from './cli/spawned.ts';

export interface TerminalOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
  /** Instead of the course's own program. */
  readonly program?: string;
}

const bin = fileURLToPath(new URL('../bin/proving.js', import.meta.url));

/** A program in a pseudo-terminal, and the screen as its learner sees it. */
export class Terminal implements Disposable {
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  readonly #pty: ReturnType<typeof spawn>;
  readonly #listeners = new Set<() => void>();
  /** The exit code; 128 and the signal's number when one ended it. */
  readonly exited: Promise<number>;
  /** Every byte that came, escapes and all. */
  raw = '';

  constructor(argv: readonly string[], { env, columns = 80, rows = 30, program = bin }: TerminalOptions) {
    this.#screen = new xterm.Terminal({ cols: columns, rows, scrollback: 5_000, allowProposedApi: true });
    const inherited = { ...bare(), TERM: 'xterm-256color', LC_ALL: 'C.UTF-8' };
    this.#pty = spawn(process.execPath, [program, ...argv], { cols: columns, rows, env: { ...inherited, ...env } });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#screen.write(data, () => {
        for (const listener of this.#listeners) listener();
      });
    });
    this.exited = new Promise((done) => this.#pty.onExit(({ exitCode, signal }) => done(signal ? 128 + signal : exitCode)));
  }

  press(keys: string): void {
    this.#pty.write(keys);
  }

  signal(name: string): void {
    this.#pty.kill(name);
  }

  resize(columns: number, rows: number): void {
    this.#screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Everything on the screen and above it. */
  text(): string {
    const { active } = this.#screen.buffer;
    const lines = Array.from({ length: active.length }, (_, i) => active.getLine(i)?.translateToString(true) ?? '');
    return lines.join('\n').trimEnd();
  }

  /** Lines that were too long for the window, so that it had to break them anywhere. */
  broken(): readonly string[] {
    const { active } = this.#screen.buffer;
    const lines = Array.from({ length: active.length }, (_, i) => active.getLine(i));
    return lines.flatMap((line) => (line?.isWrapped ? [line.translateToString(true)] : []));
  }

  /** Resolves with the text when it matches; rejects with what stood there instead, when the program has ended too. */
  until(wanted: RegExp, giveUpAfter = 40_000): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const missed = (when: string) => reject(new Error(`${when} it showed ${wanted}:\n${this.text()}`));
    const look = () => {
      const text = this.text();
      if (wanted.test(text)) resolve(text);
    };
    const deadline = setTimeout(() => missed(`${giveUpAfter} ms went by before`), giveUpAfter);
    // A pseudo-terminal reports the end of a process before the last bytes that it wrote.
    void this.exited.then((code) => setTimeout(() => missed(`it ended with ${code} before`), lastBytes).unref());
    this.#listeners.add(look);
    look();
    return promise.finally(() => {
      clearTimeout(deadline);
      this.#listeners.delete(look);
    });
  }

  [Symbol.dispose](): void {
    try {
      this.#pty.kill('SIGKILL');
    } catch {
      // It has ended already.
    }
    this.#screen.dispose();
  }
}

/** Milliseconds in which the last bytes of an ended process arrive, on a busy machine too. */
const lastBytes = 2_000;
