import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Expectation, Plain } from '@proving/spec';

/** A task as its check declares it. */
export interface Goal {
  readonly id: string;
  readonly title: string;
  readonly expect: Expectation;
  readonly hints: readonly string[];
}

/** What an exercise looks for, from its own check. That loads the whole kit, so it is read ahead, while the learner reads the first verdict. */
export class Check {
  readonly #dir: string;
  #loaded: Promise<readonly Goal[]> | null = null;

  constructor(dir: string) {
    this.#dir = dir;
  }

  readAhead(): void {
    this.goals().catch(() => undefined);
  }

  /** In the order in which they are judged. */
  goals(): Promise<readonly Goal[]> {
    this.#loaded ??= read(this.#dir);
    return this.#loaded;
  }

  /** @param rung from 1 */
  async hint(task: string, rung: number): Promise<string> {
    const text = (await this.goals()).find(({ id }) => id === task)?.hints[rung - 1];
    if (text === undefined) throw new Plain('hint-missing', `There is no hint ${rung} for "${task}".`, { fix: 'pnpm check' });
    return text;
  }

  /** As TypeScript. */
  solution(): Promise<string> {
    return readFile(join(this.#dir, 'exercise', 'solution.ts'), 'utf8');
  }
}

async function read(dir: string): Promise<readonly Goal[]> {
  const loaded = (await import(pathToFileURL(join(dir, 'exercise', 'check.ts')).href)) as {
    readonly default?: { readonly tasks?: readonly Goal[] };
  };
  return loaded.default?.tasks ?? [];
}
