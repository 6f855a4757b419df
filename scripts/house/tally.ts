import { readFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  /** One line each: what failed, and the first line of what was seen. */
  readonly failures: readonly string[];
  readonly skipped: number;
}

export const nothing: Tally = { passed: 0, failures: [], skipped: 0 };
export const onePassed: Tally = { ...nothing, passed: 1 };
export const oneFailed = (what: string): Tally => ({ ...nothing, failures: [what] });

export const together = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failures: [...a.failures, ...b.failures],
  skipped: a.skipped + b.skipped,
});

/** What vitest's JSON report says; the parts of it that are read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

/**
 * Counts a report of `vitest --reporter=json`. A file that failed without a failed test, because it did not load or its hooks
 * threw, is one failure. No report, or one of no tests, is a failure too: silence is not success.
 */
export function tallyOf(file: string): Tally {
  const results = read(file)?.testResults ?? [];
  const tests = results.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failures = results.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [inOneLine(name, message)];
    return failed.map(({ fullName, failureMessages }) => inOneLine(`${name} › ${fullName}`, failureMessages?.[0]));
  });
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed').length;
  return { passed, failures: passed + failures.length === 0 ? [`${file} tells of no test`] : failures, skipped };
}

const inOneLine = (what: string, seen: string | undefined) => [what, seen?.split('\n', 1)[0]].filter(Boolean).join(': ');

function read(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
