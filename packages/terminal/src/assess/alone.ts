import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { underLock } from '@proving/progress';
import { Plain } from '@proving/spec';

/**
 * Works on an assessment while no other command does. The lock ends with its process, however that ends.
 * @throws {Plain} `assess-busy`, exit 3
 */
export async function alone<T>(home: string, part: number, work: () => Promise<T>): Promise<T> {
  const folder = join(home, 'assessments');
  mkdirSync(folder, { recursive: true });
  const busy = () =>
    new Plain('assess-busy', `Another terminal is at the assessment of part ${part}.`, {
      fix: `go on there, or leave it there, and then: pnpm assess ${part}`,
    });
  return underLock(join(folder, `part-${part}.lock`), work, '300ms', busy);
}
