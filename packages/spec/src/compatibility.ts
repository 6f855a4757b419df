import * as z from 'zod';
import { parseJsonLine } from './json-line.ts';

/** The levels of a schema registry, the laxest first. */
export const levels = [
  'NONE',
  'BACKWARD',
  'BACKWARD_TRANSITIVE',
  'FORWARD',
  'FORWARD_TRANSITIVE',
  'FULL',
  'FULL_TRANSITIVE',
] as const;
const level = z.enum(levels);
const format = z.enum(['AVRO', 'JSON']);

const head = z.object({
  /** Name and version of the registry that was asked. */
  registry: z.string(),
  /** The day, ISO 8601. */
  asked: z.iso.date(),
  levels: z.array(level),
});
const row = z.object({
  format,
  /** What was done, in words with hyphens: `int-to-long`. */
  change: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'is not in words with hyphens'),
  /** The versions of the contract, oldest first; the last one is the change. */
  history: z.array(z.record(z.string(), z.json())).min(2, 'has no version before the change'),
  /** The levels at which the last version was taken. */
  taken: z.array(level),
});

export type Level = z.infer<typeof level>;
export type SchemaFormat = z.infer<typeof format>;
/** One change of a contract, and what the registry said of it. */
export type ChangeRow = Readonly<z.infer<typeof row>>;
/** What a registry answered when it was asked which change it takes at which level. */
export interface Compatibility extends Readonly<z.infer<typeof head>> {
  readonly rows: readonly ChangeRow[];
}

/**
 * Reads `notes/compatibility.jsonl`: the first line says who was asked and when, each further one is a change.
 * @throws {Unreadable} naming the line that does not belong
 */
export function parseCompatibility(jsonl: string, from = 'compatibility'): Compatibility {
  const lines = jsonl.split('\n').filter((line) => line !== '');
  const read = <T>(form: z.ZodType<T>, line: string, i: number) => parseJsonLine(form, line, `${from}:${i + 1}`, 'the table');
  const [first = '', ...rest] = lines;
  return { ...read(head, first, 0), rows: rest.map((line, i) => read(row, line, i + 1)) };
}
