import { readFile } from 'node:fs/promises';
import type { SchemaMatrix } from '@proving/replay';
import type { SchemaFormat } from '@proving/spec';
import { compatibilityFile, replay, spec } from '../course.ts';

/** What the registry was asked about changes of a schema, of one format or of all. */
export async function evolutionData(format?: SchemaFormat): Promise<SchemaMatrix> {
  const [{ parseCompatibility }, { schemaMatrix }] = await Promise.all([spec(), replay()]);
  return schemaMatrix(parseCompatibility(await readFile(compatibilityFile, 'utf8'), 'notes/compatibility.jsonl'), format);
}
