import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text file of the work tree. */
export interface TextFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

const notOurs = new Set(['node_modules', '.git', '.docusaurus', 'build', 'coverage', 'work']);

/** The paths of all files under `root` that pass, sorted; installed and built folders and learners' own work are left out. */
export function pathsIn(root: string, passes: (path: string) => boolean): readonly string[] {
  const found: string[] = [];
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !notOurs.has(entry.name)) walk(path);
      else if (entry.isFile() && passes(path)) found.push(path);
    }
  };
  walk('');
  return found.toSorted();
}

export function filesIn(root: string, passes: (path: string) => boolean): readonly TextFile[] {
  return pathsIn(root, passes).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, lines: text.split('\n') };
  });
}

export const isCode = (path: string) => /\.(ts|tsx|js|mjs|cjs)$/.test(path);

/** The lines of a code file without comments and without texts of several lines, which often hold other code; numbers of lines stay. */
export function codeLines({ text }: TextFile): readonly string[] {
  const blank = (held: string) => held.replaceAll(/[^\n]/g, ' ');
  return text
    .replaceAll(/(^|\s)\/\*[\s\S]*?\*\//g, blank)
    .replaceAll(/(^|[\s;,{}()])\/\/[^\n]*/gm, blank)
    .replaceAll(/`[^`]*`/g, (held) => (held.includes('\n') ? blank(held) : held))
    .split('\n');
}
