import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Plain } from '@proving/spec';
import type { Call } from '../call.ts';

/**
 * The file named behind `progress verify` or `progress import`, whole.
 * @throws {Plain} `usage`, exit 64, without a name; `unreadable`, exit 3, when it cannot be read
 */
export async function readNamed({ args: [what = '', file, ...more] }: Pick<Call, 'args'>): Promise<{ file: string; text: string }> {
  const command = `pnpm progress ${what} FILE`;
  if (file === undefined || more.length > 0)
    throw new Plain('usage', `pnpm progress ${what} takes one file.`, { fix: command, exit: 64 });
  return { file, text: await textOf(file, command) };
}

/**
 * A file that was named on the command line, whole.
 * @throws {Plain} `unreadable`, exit 3
 */
export async function textOf(file: string, command: string): Promise<string> {
  try {
    return await readFile(resolve(file), 'utf8');
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new Plain('unreadable', `${file} could not be read.`, { saw: code, fix: command, cause });
  }
}
