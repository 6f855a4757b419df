import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** A program in a pseudo-terminal, and the screen as its learner sees it. */
export class Terminal implements Disposable {
  readonly #screen: InstanceType<typeof xterm.Terminal>;
  readonly #pty: ReturnType<typeof spawn>;
  readonly exited: Promise<number>;
  /** Every byte that came, escapes and all. */
  raw = '';
  readonly #listeners = new Set<() => void>();

  constructor(program: string, env: Readonly<Record<string, string>>, columns = 80, rows = 30) {
    this.#screen = new xterm.Terminal({ cols: columns, rows, scrollback: 5_000, allowProposedApi: true });
    const { CI: _, NO_COLOR: __, ...inherited } = process.env;
    this.#pty = spawn(process.execPath, [program], {
      cols: columns,
      rows,
      env: { ...inherited, TERM: 'xterm-256color', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...env },
    });
    this.#pty.onData((data) => {
      this.raw += data;
      this.#screen.write(data, () => {
        for (const listener of this.#listeners) listener();
      });
    });
    this.exited = new Promise((done) => this.#pty.onExit(({ exitCode }) => done(exitCode)));
  }

  press(keys: string): void {
    this.#pty.write(keys);
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

  /** Resolves with the text when it matches; rejects with what stood there instead. */
  until(wanted: RegExp, giveUpAfter = 15_000): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const look = () => {
      const text = this.text();
      if (wanted.test(text)) resolve(text);
    };
    const deadline = setTimeout(() => reject(new Error(`never saw ${wanted} in:\n${this.text()}`)), giveUpAfter);
    this.#listeners.add(look);
    look();
    return promise.finally(() => {
      clearTimeout(deadline);
      this.#listeners.delete(look);
    });
  }

  [Symbol.dispose](): void {
    this.#pty.kill('SIGKILL');
    this.#screen.dispose();
  }
}
