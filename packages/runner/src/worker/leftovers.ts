import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { isAlive, self } from '@proving/cluster';
import type { Made, Observer } from '@proving/lab';
import { provingHome } from '@proving/spec';

const folder = () => join(provingHome(process.env, platform(), homedir()), 'runs');

/** False: not now. */
type Remove = (names: readonly string[]) => Promise<unknown>;
/** How to remove what is not on the brokers. */
export type Beside = { readonly [kind in 'subjects' | 'schema' | 'containers']?: Remove };

/**
 * What a run made on the cluster, written before it is made: if the run is killed, the next one removes it. One file a run,
 * named after the process by pid and start; lines of `topic name`, `group name` and so on.
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

  /**
   * Removes what runs of dead processes left on the cluster, and in what runs beside it.
   * @param beside how, for what runs now; what others hold stays noted until they do
   */
  static async sweep(look: () => Observer, beside: Beside): Promise<void> {
    const dead = (safely(() => readdirSync(folder())) ?? []).filter((file) => {
      const [pid = '', start = ''] = file.split('@');
      return !isAlive({ pid: Number(pid), start });
    });
    if (dead.length === 0) return;
    await using observer = look();
    for (const name of dead) {
      const file = join(folder(), name);
      await removeTopics(file, observer);
      await removeGroups(file, observer, await removeBeside(file, beside));
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

/** @returns the lines of what cannot be removed now */
async function removeBeside(file: string, beside: Beside): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const kind of ['subjects', 'schema', 'containers'] as const) {
    const names = named(kind, file);
    const remove = names.length > 0 ? beside[kind] : undefined;
    if (remove === undefined || (await remove(names)) === false) kept.push(...names.map((name) => `${kind} ${name}`));
  }
  return kept;
}

/** What cannot go yet stays noted for the run after this one. */
async function removeGroups(file: string, observer: Observer, kept: readonly string[] = []): Promise<void> {
  const left = await observer.groups.delete([...named('group', file), ...named('application', file)]);
  const lines = [...left.map((group) => `group ${group}`), ...kept];
  if (lines.length === 0) rmSync(file, { force: true });
  else writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
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
