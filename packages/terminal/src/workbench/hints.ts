import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Plain } from '@proving/spec';

/** The text of one rung, read from the exercise's own check when it is asked for. */
export async function hintOf(dir: string, task: string, rung: number): Promise<string> {
  const loaded = (await import(pathToFileURL(join(dir, 'exercise', 'check.ts')).href)) as {
    readonly default?: { readonly tasks?: readonly { readonly id: string; readonly hints: readonly string[] }[] };
  };
  const text = loaded.default?.tasks?.find((each) => each.id === task)?.hints[rung - 1];
  if (text === undefined) throw new Plain('hint-missing', `There is no hint ${rung} for "${task}".`, { fix: 'pnpm check' });
  return text;
}
