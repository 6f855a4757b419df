import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Plain } from '@proving/spec';
import { incidentFolder } from './parts.ts';

/** The learner's own repair of a part, made from its `start.ts` the first time and theirs from then on. Absolute. */
export function ownRepair(root: string, part: number): string {
  const folder = incidentFolder(root, part);
  const file = join(folder, 'work', 'repair.ts');
  if (existsSync(file)) return file;
  try {
    mkdirSync(dirname(file), { recursive: true });
    copyFileSync(join(folder, 'start.ts'), file, constants.COPYFILE_EXCL);
    return file;
  } catch (cause) {
    throw new Plain('repair-unwritable', `The file for your repair of part ${part} could not be made.`, {
      saw: (cause as Error).message,
      cause,
    });
  }
}

/** As it is named to a reader who stands where `from` is. */
export const fromHere = (file: string, from: string): string => relative(from, file) || file;
