import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import * as pty from '@lydell/node-pty';
import { openCluster } from '@proving/cluster';
import { type Figure, median } from './figure.ts';

const runs = 5;
/** Milliseconds between a verdict and the next save, few for a learner who reads and types: meanwhile the next worker gets ready. */
const typing = 5_000;
const exercise = fileURLToPath(new URL('../../lessons/01-the-log/exercise/', import.meta.url));

/** From a save of exercise 01 to its verdict on the screen: the file as it is handed out, judged on a warm cluster. */
export async function saveToVerdict(env: NodeJS.ProcessEnv): Promise<Figure> {
  await using cluster = await openCluster();
  await cluster.heal('60s');
  await using own = await borrowedFile(`${exercise}work/start.ts`);
  const { CI: _, ...rest } = env;
  const terminal = pty.spawn('pnpm', ['exercise', '01'], { cols: 80, rows: 30, env: rest as Record<string, string> });
  const screen = new Screen(terminal);
  const start = await readFile(`${exercise}start.ts`, 'utf8');
  const seconds: number[] = [];
  try {
    await screen.shows(/judge it now/);
    for (let i = 0; i < runs; i++) {
      await pause(typing);
      screen.clear();
      const began = performance.now();
      await writeFile(own.path, `${start}\n// version ${i}\n`);
      await screen.shows(/judged +saved \d\d:\d\d:\d\d[\s\S]*not yet/);
      seconds.push((performance.now() - began) / 1000);
    }
  } finally {
    terminal.kill('SIGTERM');
    await screen.gone;
  }
  return {
    name: 'exercise 01 from save to verdict, warm',
    measured: median(seconds),
    limit: 3,
    unit: 's',
    how: `median of ${runs}`,
  };
}

/** The text of a program in a terminal, since it was last cleared. */
class Screen {
  #text = '';
  #look: () => void = () => undefined;
  readonly gone: Promise<void>;

  constructor(terminal: pty.IPty) {
    terminal.onData((text) => {
      this.#text += text;
      this.#look();
    });
    this.gone = new Promise((gone) => terminal.onExit(() => gone()));
  }

  clear(): void {
    this.#text = '';
  }

  async shows(what: RegExp): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#look = () => what.test(stripVTControlCharacters(this.#text)) && resolve();
    this.#look();
    const ended = this.gone.then(() => {
      throw new Error(`the exercise ended without showing ${what}:\n${stripVTControlCharacters(this.#text).slice(-500)}`);
    });
    await Promise.race([promise, ended]);
  }
}

/** A file that is somebody's own: it is put back as it was, or taken away again where there was none. */
async function borrowedFile(path: string): Promise<AsyncDisposable & { readonly path: string }> {
  const before = existsSync(path) ? await readFile(path) : null;
  return {
    path,
    [Symbol.asyncDispose]: () => (before === null ? rm(path, { force: true }) : writeFile(path, before)),
  };
}
