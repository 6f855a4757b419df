import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { isAlive, self } from '@proving/cluster';
import type { Observer } from '@proving/lab';
import { provingHome } from '@proving/spec';

const folder = () => join(provingHome(process.env, platform(), homedir()), 'runs');

/**
 * What a run made on the cluster, written before it is made: if the run is killed, the next one removes it. One file a run,
 * named after the process by pid and start; lines of `topic name` and `group name`.
 */
export class Leftovers {
  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  static begin(): Leftovers {
    mkdirSync(folder(), { recursive: true });
    return new Leftovers(join(folder(), `${self.pid}@${self.start}`));
  }

  remember(kind: 'topic' | 'group', name: string): void {
    appendFileSync(this.#file, `${kind} ${name}\n`);
  }

  /** The run has removed everything itself. Not called by a run that ends before that, for whatever reason. */
  end(): void {
    rmSync(this.#file, { force: true });
  }

  /** Removes what runs of dead processes left on the cluster. */
  static async sweep(look: () => Observer): Promise<void> {
    const dead = (safely(() => readdirSync(folder())) ?? []).filter((file) => {
      const [pid = '', start = ''] = file.split('@');
      return !isAlive({ pid: Number(pid), start });
    });
    if (dead.length === 0) return;
    await using observer = look();
    for (const file of dead) {
      const lines = (safely(() => readFileSync(join(folder(), file), 'utf8')) ?? '').split('\n');
      const named = (kind: string) => lines.flatMap((line) => (line.startsWith(`${kind} `) ? [line.slice(kind.length + 1)] : []));
      await observer.deleteTopics(named('topic'));
      await observer.deleteGroups(named('group'));
      rmSync(join(folder(), file), { force: true });
    }
  }
}

function safely<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
