import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Plain } from '@proving/spec';

/**
 * Writes a file that a learner asked for; resolves to its absolute path.
 * @throws {Plain} `unwritable`, exit 3
 */
export async function write(file: string, text: string): Promise<string> {
  const path = resolve(file);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
    return path;
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new Plain('unwritable', `${path} could not be written.`, { saw: code, fix: 'another place: --to FILE', cause });
  }
}
