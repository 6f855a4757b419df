import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { isAlive, self } from '@proving/cluster';
import type { Made, Observer } from '@proving/lab';
import { provingHome } from '@proving/spec';

const folder = () => join(provingHome(process.env, platform(), homedir()), 'runs');

/**
 * What a run made on the cluster, written before it is made: if the run is killed, the next one removes it. One file a run,
 * named after the process by pid and start; lines of `topic name`, `group name` and `application name`.
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

  remember(kind: Made, name: string): void {
    appendFileSync(this.#file, `${kind} ${name}\n`);
  }

  /**
   * The run has removed everything itself, but for groups whose members it could not send home: a learner's consumer that was
   * never disconnected is a member until its session ends. Not called by a run that ends before that, for whatever reason.
   */
  async end(look: () => Observer): Promise<void> {
    if (named('group', this.#file).length + named('application', this.#file).length === 0)
      return rmSync(this.#file, { force: true });
    await using observer = look();
    await removeGroups(this.#file, observer);
  }

  /** Removes what runs of dead processes left on the cluster. */
  static async sweep(look: () => Observer): Promise<void> {
    const dead = (safely(() => readdirSync(folder())) ?? []).filter((file) => {
      const [pid = '', start = ''] = file.split('@');
      return !isAlive({ pid: Number(pid), start });
    });
    if (dead.length === 0) return;
    await using observer = look();
    for (const name of dead) {
      const file = join(folder(), name);
      await removeTopics(file, observer);
      await removeGroups(file, observer);
    }
  }
}

/** Kafka Streams begins the names of the topics that it makes with the name of the application. */
async function removeTopics(file: string, observer: Observer): Promise<void> {
  const applications = named('application', file);
  const theirs =
    applications.length === 0
      ? []
      : (await observer.topics()).filter((topic) => applications.some((each) => topic.startsWith(`${each}-`)));
  await observer.deleteTopics([...named('topic', file), ...theirs]);
}

/** What cannot go yet stays noted for the run after this one. */
async function removeGroups(file: string, observer: Observer): Promise<void> {
  const left = await observer.groups.delete([...named('group', file), ...named('application', file)]);
  if (left.length === 0) rmSync(file, { force: true });
  else writeFileSync(file, left.map((group) => `group ${group}\n`).join(''));
}

function named(kind: Made, file: string): readonly string[] {
  const lines = (safely(() => readFileSync(file, 'utf8')) ?? '').split('\n');
  return lines.flatMap((line) => (line.startsWith(`${kind} `) ? [line.slice(kind.length + 1)] : []));
}

function safely<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
