import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { findPromtool } from '../house/promtool.ts';

const promtool = findPromtool();
const real = fileURLToPath(new URL('../../docker/prometheus', import.meta.url));
const files = readdirSync(join(real, 'rules'));

// Without promtool nothing here is judged, and vitest counts it as skipped.
describe.skipIf(promtool === null)('Prometheus’ own judge', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'proving-promtool-'));
    cpSync(real, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('reads the configuration and the rules', async () => {
    expect(await run('check', 'config', join(folder, 'prometheus.yml'))).toMatchObject({ exit: 0 });
  });

  test('sees every alert fire at its cause and be silent without it', async () => {
    expect(await run('test', 'rules', ...proofs(folder))).toMatchObject({ exit: 0 });
  });

  // What that is worth: with alerts that never fire each one is missed, and with alerts that always do each one is too many.
  test.each(files.flatMap((file) => [[file, 'never', 'vector(0) > 1'] as const, [file, 'always', 'vector(1)'] as const]))(
    'would notice if an alert of %s %s fired',
    async (file, _, expression) => {
      const path = join(folder, 'rules', file);
      const text = readFileSync(path, 'utf8');
      const alerts = [...text.matchAll(/- alert: (\w+)/g)].map(([, name = '']) => name);
      writeFileSync(path, withExpression(text, expression));
      const { exit, said } = await run('test', 'rules', join(folder, 'tests', file.replace('.yml', '.test.yml')));
      writeFileSync(path, text);
      expect({ exit, missed: alerts.filter((name) => !said.includes(`alertname="${name}"`)) }).toEqual({ exit: 1, missed: [] });
    },
  );
});

const proofs = (folder: string) => readdirSync(join(folder, 'tests')).map((file) => join(folder, 'tests', file));

/** The rules with one expression for all of them. */
function withExpression(text: string, expression: string): string {
  const document = parseDocument(text);
  for (const rule of (document.getIn(['groups', 0, 'rules']) as YAMLSeq<YAMLMap>).items) rule.set('expr', expression);
  return document.toString();
}

function run(...args: readonly string[]): Promise<{ readonly exit: number | null; readonly said: string }> {
  return new Promise((resolve) => {
    execFile(promtool as string, [...args], { timeout: 60_000 }, (failure, out, err) => {
      resolve({
        exit: failure === null ? 0 : typeof failure.code === 'number' ? failure.code : null,
        said: `${out}${err}`,
      });
    });
  });
}
