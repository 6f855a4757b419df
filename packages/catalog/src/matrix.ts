import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCompatibility } from '@proving/spec';

/**
 * The lines of `notes/compatibility.jsonl` that a fence `matrix format=AVRO` stands for: the first one, and each change of that
 * format. Null when there is no such file, or nothing of that format in it.
 * @param dir of the lesson
 */
export async function matrixLines(dir: string, format: string | null): Promise<readonly string[] | null> {
  const text = await readFile(join(dir, '..', '..', 'notes', 'compatibility.jsonl'), 'utf8').catch(() => null);
  if (text === null) return null;
  const { rows, ...head } = parseCompatibility(text, 'notes/compatibility.jsonl');
  const shown = rows.filter((row) => row.format === format);
  return shown.length === 0 ? null : [head, ...shown].map((line) => JSON.stringify(line));
}
