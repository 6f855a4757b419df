import * as z from 'zod';
import { Unreadable } from './errors.ts';

/**
 * One line of a file of JSON lines, checked.
 * @param where `notes/ledger.jsonl:3`
 * @param what what the file is: `a trace`
 * @throws {Unreadable} naming the line
 */
export function parseJsonLine<T>(schema: z.ZodType<T>, line: string, where: string, what: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new Unreadable(`${where} is not JSON`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Unreadable(`${where} is not what ${what} holds: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
