import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tallyOf, together } from '../house/tally.ts';
import { tool } from '../house/tool.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'proving-tally-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('counts what vitest itself reports: tests that pass, fail and are skipped, and a file that does not load', async () => {
  const vitest = "import { test, expect } from 'vitest';\n";
  writeFileSync(join(folder, 'one.test.ts'), `${vitest}test('a', () => {});\ntest('b', () => {});\ntest.skip('c', () => {});\n`);
  writeFileSync(join(folder, 'two.test.ts'), `${vitest}test('d', () => expect(1).toBe(2));\n`);
  writeFileSync(join(folder, 'three.test.ts'), "import './gone.ts';\n");
  writeFileSync(join(folder, 'vitest.config.mjs'), 'export default {};\n');
  const root = join(import.meta.dirname, '..', '..');
  const report = join(folder, 'report.json');
  const { exit } = await tool(root, 'vitest', ['run', '--root', folder, '--reporter=json', `--outputFile=${report}`]);
  expect(exit).toBe(1);
  const { passed, failures, skipped } = tallyOf(report);
  expect({ passed, skipped }).toEqual({ passed: 2, skipped: 1 });
  expect(failures.toSorted()).toEqual([
    expect.stringMatching(/three\.test\.ts: .*gone\.ts/),
    expect.stringMatching(/two\.test\.ts › d: .*expected 1 to be 2/),
  ]);
});

test('no report is a failure, and so is a report of nothing', () => {
  writeFileSync(join(folder, 'empty.json'), '{"testResults":[]}');
  writeFileSync(join(folder, 'torn.json'), '{"testResults":[{"sta');
  for (const name of ['none.json', 'empty.json', 'torn.json']) {
    const file = join(folder, name);
    expect(tallyOf(file)).toEqual({ passed: 0, failures: [`${file} tells of no test`], skipped: 0 });
  }
});

test('stages add up', () => {
  expect(together({ passed: 1, failures: ['a'], skipped: 3 }, { passed: 10, failures: ['b'], skipped: 30 })).toEqual({
    passed: 11,
    failures: ['a', 'b'],
    skipped: 33,
  });
});
