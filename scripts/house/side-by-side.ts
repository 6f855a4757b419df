import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** What the suite of the drivers came to on one of them. `absent`: the driver has what this test would see refused. */
export type Judged = 'passed' | 'failed' | 'not judged here' | 'absent';

export interface Row {
  readonly test: string;
  readonly on: Readonly<Record<string, Judged>>;
}

/** Vitest's JSON reports, as far as they are read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

/**
 * The suite that every driver passes, from vitest's JSON reports: one row for each test, one column for each driver. A driver's tests
 * are those of `conformance/<driver>.*.test.ts`. Nothing is judged of a driver that no report speaks of.
 */
export function sideBySide(reports: readonly string[], drivers: readonly string[]): readonly Row[] {
  const found = new Map<string, Record<string, Judged>>();
  for (const { name, assertionResults } of reports.flatMap((file) => read(file)?.testResults ?? [])) {
    const driver = /[\\/]conformance[\\/]/.test(name) ? (basename(name).split('.')[0] as string) : '';
    if (!drivers.includes(driver)) continue;
    for (const { ancestorTitles, title, status } of assertionResults) {
      const test = [...ancestorTitles.filter((each) => !groups.includes(each)), title].join(': ');
      const row = found.get(test) ?? {};
      row[driver] = status === 'passed' || status === 'failed' ? status : 'not judged here';
      found.set(test, row);
    }
  }
  const rows = [...found];
  const unsaid = (driver: string): Judged => (rows.some(([, row]) => driver in row) ? 'absent' : 'not judged here');
  return rows.map(([test, row]) => ({
    test,
    on: Object.fromEntries(drivers.map((driver) => [driver, row[driver] ?? unsaid(driver)])),
  }));
}

/** The rows as lines of text in columns, with a sum for each driver at the end. */
export function inColumns(rows: readonly Row[], drivers: readonly string[]): readonly string[] {
  const sums = drivers.map((driver) => {
    const of = (judged: Judged) => rows.filter(({ on }) => on[driver] === judged).length;
    return `${of('passed')} passed, ${of('failed')} failed, ${of('not judged here')} not judged here`;
  });
  const cells = [['', ...drivers], ...rows.map(({ test, on }) => [test, ...drivers.map((driver) => words[on[driver] as Judged])])];
  const widths = ['', ...drivers].map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  return [
    ...cells.map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] as number))
        .join('  ')
        .trimEnd(),
    ),
    ...drivers.map((driver, i) => `${driver}: ${sums[i]}`),
    'not judged here: the driver has not the power that the test is about, or nothing that it could start',
  ];
}

const words: Readonly<Record<Judged, string>> = {
  passed: 'passed',
  failed: 'FAILED',
  'not judged here': 'not judged here',
  absent: '-',
};
/** Around all tests of a driver; nothing that a row must say. */
const groups = ['', 'containers', 'a running cluster', 'powers'];

function read(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
