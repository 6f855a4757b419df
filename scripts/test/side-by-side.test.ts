import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inColumns, sideBySide } from '../house/side-by-side.ts';
import { tool } from '../house/tool.ts';

const root = join(import.meta.dirname, '..', '..');
const drivers = ['jvm', 'docker', 'external'];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proving-side-'));
  mkdirSync(join(folder, 'conformance'));
  writeFileSync(join(folder, 'vitest.config.mjs'), 'export default {};\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What vitest itself reports of one file per driver. */
async function reported(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, 'conformance', `${name}.test.ts`), `import { describe, expect, test } from 'vitest';\n${text}\n`);
  const report = join(folder, 'report.json');
  await tool(root, 'vitest', ['run', '--root', folder, '--reporter=json', `--outputFile=${report}`]);
  return report;
}

test('one row for each test of the suite, one column for each driver, from what vitest reports', async () => {
  const suite = (kills: string) => `describe('powers', () => {
    test('reads', () => {});
    describe${kills}('kill', () => test('kills', () => expect(${kills === '' ? 1 : 2}).toBe(1)));
  });`;
  const report = await reported({
    'jvm.cluster': suite(''),
    'docker.containers': `describe('containers', () => {${suite('.runIf(true)')}});`,
    'external.cluster': `${suite('.runIf(false)')}\ntest('refuses kill, and says why', () => {});`,
    'other.cluster': "test('is of no driver', () => {});",
  });
  const rows = sideBySide([report, join(folder, 'none.json')], drivers);
  expect(rows.toSorted((a, b) => a.test.localeCompare(b.test))).toEqual([
    { test: 'kill: kills', on: { jvm: 'passed', docker: 'failed', external: 'not judged here' } },
    { test: 'reads', on: { jvm: 'passed', docker: 'passed', external: 'passed' } },
    { test: 'refuses kill, and says why', on: { jvm: 'absent', docker: 'absent', external: 'passed' } },
  ]);
  expect(inColumns(rows, drivers)).toEqual(
    expect.arrayContaining([
      'kill: kills                 passed  FAILED  not judged here',
      'refuses kill, and says why  -       -       passed',
      'docker: 1 passed, 1 failed, 0 not judged here',
    ]),
  );
});

test('a driver that no report speaks of is not judged', () => {
  expect(sideBySide([join(folder, 'report.json')], ['jvm', 'other-driver']).map(({ on }) => on['other-driver'])).toEqual([
    'not judged here',
    'not judged here',
  ]);
});

test('no report, no rows', () => {
  expect(sideBySide([join(folder, 'none.json')], drivers)).toEqual([]);
});
