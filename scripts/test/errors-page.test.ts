import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'notes/errors.md'), 'utf8');
const from = createRequire(join(root, 'packages/lab/src/index.ts'));
const kafkajs = join(dirname(from.resolve('kafkajs')), 'src');
const platformatic = dirname(from.resolve('@platformatic/kafka'));

/** All code of a folder, as one text in which a message reads as it is shown. */
function codeIn(folder: string, ending: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && !/__tests__|node_modules|\.test\./.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')
    .replaceAll("\\'", "'");
}

const quoted = [...page.matchAll(/^```text from=(\S+)\n([\s\S]*?)\n```$/gm)].map(([, source, words]) => ({ source, words }));

describe('words of the page of errors', () => {
  test.each([
    ['kafkajs', codeIn(kafkajs, '.js')],
    ['@platformatic/kafka', codeIn(platformatic, '.js')],
  ])('that %s is said to say stand in its source', (source, code) => {
    const mine = quoted.filter((each) => each.source === source).map(({ words }) => words as string);
    expect(mine.length).toBeGreaterThan(5);
    expect(mine.filter((words) => !code.includes(words))).toEqual([]);
  });

  test('every quotation says where it is from', () => {
    expect(
      page.match(/^```\S.*$/gm)?.filter((fence) => !/^```text from=(?:kafkajs|@platformatic\/kafka|observed)$/.test(fence)),
    ).toEqual([]);
  });

  test('numbers and names of errors, and whether they may be tried again, are those of kafkajs', () => {
    const { errorCodes } = createRequire(import.meta.url)(join(kafkajs, 'protocol/error.js')) as {
      readonly errorCodes: readonly { readonly type: string; readonly code: number; readonly retriable: boolean }[];
    };
    const lines = [...page.matchAll(/^Error \d+.*$/gm)].map(([line]) => line.split(' · ').slice(0, 3).join(' · '));
    expect(lines.length).toBeGreaterThan(20);
    const known = errorCodes.map(
      ({ type, code, retriable }) => `Error ${code} · \`${type}\` in kafkajs · ${retriable ? 'retriable' : 'not retriable'}`,
    );
    expect(lines.filter((line) => !known.includes(line))).toEqual([]);
  });

  test('the messages of the cluster package are all there, in their words', () => {
    const code = codeIn(join(root, 'packages/cluster/src'), '.ts');
    const said = [...code.matchAll(/new Plain\(\s*'([\w-]+)',\s*(?:`([^`]*)`|'((?:[^'\n]|(?<=\w)'(?=\w))*)')/g)].map(
      ([, id, template, text]) => `${id}: ${(template ?? text ?? '').replaceAll(/\$\{[^}]*\}/g, '…')}`,
    );
    const rows = [...page.matchAll(/^\| `([\w-]+)` +\| (.+?) +\| /gm)].map(([, id, words]) => `${id}: ${words}`);
    expect(said.length).toBeGreaterThan(20);
    expect(rows.toSorted()).toEqual(said.toSorted());
  });
});
