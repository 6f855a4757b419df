import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** What a `lesson.ts` or `quiz.ts` exports by default, unjudged; null when it is not there or cannot be read, which the catalog says. */
export async function declared<T>(file: string): Promise<Partial<T> | null> {
  if (!existsSync(file)) return null;
  try {
    return ((await import(pathToFileURL(file).href)) as { default?: Partial<T> }).default ?? null;
  } catch {
    return null;
  }
}
