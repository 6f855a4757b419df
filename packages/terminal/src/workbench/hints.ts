import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Plain } from '@proving/spec';

/** The hints of an exercise. Its check loads the whole kit, so it is read ahead, while the learner reads the first verdict. */
export class Hints {
  readonly #dir: string;
  #loaded: Promise<ReadonlyMap<string, readonly string[]>> | null = null;

  constructor(dir: string) {
    this.#dir = dir;
  }

  readAhead(): void {
    this.#load().catch(() => undefined);
  }

  /** @param rung from 1 */
  async of(task: string, rung: number): Promise<string> {
    const text = (await this.#load()).get(task)?.[rung - 1];
    if (text === undefined) throw new Plain('hint-missing', `There is no hint ${rung} for "${task}".`, { fix: 'pnpm check' });
    return text;
  }

  #load(): Promise<ReadonlyMap<string, readonly string[]>> {
    this.#loaded ??= read(this.#dir);
    return this.#loaded;
  }
}

interface Check {
  readonly default?: { readonly tasks?: readonly { readonly id: string; readonly hints: readonly string[] }[] };
}

async function read(dir: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const loaded = (await import(pathToFileURL(join(dir, 'exercise', 'check.ts')).href)) as Check;
  return new Map(loaded.default?.tasks?.map(({ id, hints }) => [id, hints]));
}
