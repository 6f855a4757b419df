import type { TextFile } from './files.ts';

/** A line of a table whose last column says where its matter is answered. */
export interface Row {
  /** What stands in the first column, without the `~` of what is stale: `S000-12`, `W7`. */
  readonly id: string;
  /** `S000`, `W`: the rows that are counted together. */
  readonly series: string;
  readonly number: number;
  readonly answer: string;
  readonly line: number;
}

/** The rows of all tables of a page, without heads and rules. An id that is no number in a series has number 0. */
export function rowsIn({ lines }: TextFile): readonly Row[] {
  return lines.flatMap((line, i) => {
    const next = lines[i + 1] ?? '';
    if (!line.startsWith('|') || isRule(line) || isRule(next)) return [];
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const id = (cells[1] ?? '').replace(/^~/, '');
    const [, series = '', number = '0'] = /^(S\d+|W)-?(\d+)$/.exec(id) ?? [];
    return [{ id, series, number: Number(number), answer: cells.at(-2) ?? '', line: i + 1 }];
  });
}

/** What the page says of its own length: `- S000: 40 rows`. */
export function countsIn({ lines }: TextFile): ReadonlyMap<string, { readonly rows: number; readonly line: number }> {
  return new Map(
    lines.flatMap((text, i) => {
      const [, series, rows] = /^[-*\s]*(S\d+|W): (\d+) rows\b/.exec(text) ?? [];
      return series === undefined ? [] : [[series, { rows: Number(rows), line: i + 1 }]];
    }),
  );
}

const isRule = (line: string) => /^\|[\s|:-]+\|$/.test(line);
