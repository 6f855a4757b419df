import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Finding, Rule } from '../house/rule.ts';

/** What a rule finds in a folder that holds exactly these files. */
export async function found(rule: Rule, files: Readonly<Record<string, string>>): Promise<readonly Finding[]> {
  const root = mkdtempSync(join(tmpdir(), `proving-${rule.name}-`));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await rule.check(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The same as `path:line  what`, which is what a test compares. */
export async function said(rule: Rule, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await found(rule, files)).map(({ path, line, what }) => `${path}${line === null ? '' : `:${line}`}  ${what}`);
}

export const packageJson = (
  dependencies: Readonly<Record<string, string>> = {},
  devDependencies: Readonly<Record<string, string>> = {},
) => JSON.stringify({ dependencies, devDependencies });
