import { readFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

export const together = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/** What vitest's JSON report counts; the parts of it that are read here. */
interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts a report of `vitest --reporter=json`. A file that failed without a failed test, because it did not load or its hooks
 * threw, is one failure. No report, or one of no tests, is a failure too: silence is not success.
 */
export function tallyOf(file: string): Tally {
  const report = read(file);
  const results = report?.testResults ?? [];
  const tests = results.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const count = (status: string) => tests.filter((each) => each === status).length;
  const unloaded = results.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  ).length;
  const passed = count('passed');
  const failed = count('failed') + unloaded;
  return { passed, failed: passed + failed === 0 ? 1 : failed, skipped: tests.length - passed - count('failed') };
}

function read(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
