import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SchemaMatrix } from '@proving/replay';
import type { SchemaFormat } from '@proving/spec';
import { replay, root, spec } from '../course.ts';

export const compatibilityFile = join(root, 'notes', 'compatibility.jsonl');

/** What the registry was asked about changes of a schema, of one format or of all. */
export async function evolutionData(format?: SchemaFormat): Promise<SchemaMatrix> {
  const [{ parseCompatibility }, { schemaMatrix }] = await Promise.all([spec(), replay()]);
  return schemaMatrix(parseCompatibility(await readFile(compatibilityFile, 'utf8'), 'notes/compatibility.jsonl'), format);
}
