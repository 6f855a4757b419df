import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type * as z from 'zod';
import type { Report } from './finding.ts';
import { ForeignImport, importDeclaration } from './import.ts';

/** What a `lesson.ts` or `quiz.ts` declares, in the right form; null when it does not, and the reasons are reported. */
export async function readDeclaration<T>(
  path: string,
  form: (value: unknown) => z.ZodSafeParseResult<T>,
  cache: string | null,
  report: Report,
): Promise<T | null> {
  const source = await readFile(path).catch(() => null);
  if (source === null) {
    report('file-missing', null, 'is missing', 'pnpm new:lesson writes one to start from');
    return null;
  }
  let value: unknown;
  try {
    value = await importDeclaration(path, createHash('sha256').update(source).digest('hex').slice(0, 16), cache);
  } catch (failure) {
    reportFailure(failure, basename(path), report);
    return null;
  }
  if (value === undefined) {
    report('no-default-export', null, 'exports nothing by default', 'export default lesson({ … }) or export default quiz([ … ])');
    return null;
  }
  const parsed = form(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const path = [...issue.path, ...(unknown === undefined ? [] : [unknown])]
      .map((key, i) => (i === 0 ? keyOf(key, value) : String(key)))
      .join('.');
    report('wrong-form', path === '' ? null : path, unknown === undefined ? says(issue) : 'is not a field here', fixOf(issue));
  }
  return null;
}

function reportFailure(failure: unknown, file: string, report: Report): void {
  const error = failure instanceof Error ? failure : new Error(String(failure));
  const line = new RegExp(`${file.replace('.', '\\.')}(?:\\?[^:\\s)]*)?:(\\d+)`).exec(error.stack ?? '')?.[1];
  const at = line === undefined ? null : Number(line);
  if (error instanceof ForeignImport) {
    report('foreign-import', at, error.message, 'a lesson is pure data: import @proving/spec, and types from anywhere');
    return;
  }
  const what = error instanceof SyntaxError ? 'is not valid TypeScript' : 'failed while it was read';
  report('unreadable', at, `${what}: ${(error.message.split('\n')[0] as string).trim()}`, 'mend that line');
}

/** A question is called by its id where it has one: `q3.options`, not `2.options`. */
function keyOf(key: PropertyKey, value: unknown): string {
  const id = typeof key === 'number' && Array.isArray(value) ? (value[key] as { id?: unknown } | null)?.id : undefined;
  return typeof id === 'string' && /^q\d+$/.test(id) ? id : String(key);
}

function says(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  return issue.message.endsWith('received undefined') ? 'is missing' : issue.message.replace(/^Invalid input: /, '');
}

function fixOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys'
    ? 'take it away, or correct its name'
    : 'see Lesson and Question in packages/spec/src for the form';
}
