import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * How a learner on this machine begins a command: `pnpm`, or `npx -y pnpm@12` where there is none on the PATH. A folder under
 * `node_modules` does not count: npx puts one there for as long as its command lasts.
 */
export function pnpmHere(env: Env = process.env): string {
  return folders(env).some((folder) => isProgram(join(folder, 'pnpm'))) ? 'pnpm' : 'npx -y pnpm@12';
}

/** A text with its `pnpm lesson 07` as this learner types it. */
export function asTyped(text: string, pnpm: string): string {
  return pnpm === 'pnpm' ? text : text.replaceAll(/(?<![\w@/-])pnpm (?=[a-z])/g, `${pnpm} `);
}

function folders(env: Env): string[] {
  return (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '' && !/[\\/]node_modules[\\/]/.test(folder));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
