import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { bare } from './spawned.ts';

/** A verb in a terminal of that size, and what a learner sees of it. */
export interface Screen extends Disposable {
  /** Waits for a state of the screen: resolves with its lines as soon as they match. */
  shows(pattern: RegExp, giveUpAfter?: number): Promise<readonly string[]>;
  press(keys: string): void;
  signal(name: string): void;
  readonly ended: Promise<number>;
}

const bin = fileURLToPath(new URL('../../bin/proving.js', import.meta.url));

export function onScreen(argv: readonly string[], env: Readonly<Record<string, string>>, columns = 80, rows = 30): Screen {
  const terminal = new xterm.Terminal({ cols: columns, rows, scrollback: 5_000, allowProposedApi: true });
  const child = spawn(process.execPath, [bin, ...argv], {
    cols: columns,
    rows,
    env: { ...bare(), TERM: 'xterm-256color', LANG: 'C.UTF-8', ...env },
  });
  const lines = () =>
    Array.from(
      { length: terminal.buffer.active.length },
      (_, i) => terminal.buffer.active.getLine(i)?.translateToString(true) ?? '',
    );
  const waiting = new Set<() => void>();
  const looks = () => {
    for (const look of waiting) look();
  };
  child.onData((bytes) => terminal.write(bytes, () => looks()));
  const ended = new Promise<number>((done) => child.onExit(({ exitCode, signal }) => done(signal ? 128 + signal : exitCode)));
  return {
    ended,
    press: (keys) => child.write(keys),
    signal: (name) => child.kill(name),
    shows: (pattern, giveUpAfter = 15_000) =>
      new Promise((done, give) => {
        const look = () => {
          if (!pattern.test(lines().join('\n'))) return;
          waiting.delete(look);
          done(lines());
        };
        waiting.add(look);
        look();
        const late = setTimeout(() => give(new Error(`it never showed ${pattern}:\n${lines().join('\n').trimEnd()}`)), giveUpAfter);
        late.unref();
        // A pseudo-terminal reports the end of a process before the last bytes that it wrote.
        void ended.then((code) =>
          setTimeout(
            () => give(new Error(`it ended with ${code} before it showed ${pattern}:\n${lines().join('\n').trimEnd()}`)),
            lastBytes,
          ),
        );
      }),
    [Symbol.dispose]() {
      try {
        child.kill('SIGKILL');
      } catch {}
      terminal.dispose();
    },
  };
}

/** Milliseconds in which the last bytes of an ended process arrive, on a busy machine too. */
const lastBytes = 2_000;
