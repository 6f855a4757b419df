import type { Table } from 'mdast';
import type { Paper } from '../paper.ts';
import { hanging, padEnd, padStart, widthOf } from '../text.ts';
import { inline } from './inline.ts';

/** A table in aligned columns; one that is wider than the page, or is to be read aloud, as one card of `name: value` lines per row. */
export function tableLines(table: Table, paper: Paper, width: number): readonly string[] {
  const rows = table.children.map((row) => row.children.map((cell) => inline(cell.children, paper)));
  return gridLines(rows, table.align?.map((side) => side === 'right') ?? [], paper, width);
}

/** @param rows the first one holds the headings */
export function gridLines(
  rows: readonly (readonly string[])[],
  right: readonly boolean[],
  paper: Paper,
  width: number,
): readonly string[] {
  const [head = [], ...body] = rows;
  const widths = head.map((_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ''))));
  const total = widths.reduce((sum, each) => sum + each, 0) + gap.length * (widths.length - 1);
  if (paper.aloud || total > width) return cards(head, body, width);
  const line = (row: readonly string[]) =>
    widths
      .map((each, i) => (right[i] ? padStart : padEnd)(row[i] ?? '', each))
      .join(gap)
      .trimEnd();
  return [paper.theme.strong(line(head)), ...body.map(line)];
}

function cards(head: readonly string[], body: readonly (readonly string[])[], width: number): readonly string[] {
  return body.flatMap((row, i) => {
    const lines = head.flatMap((name, k) => hanging(name === '' ? '' : `${name}: `, row[k] ?? '', width));
    return i === 0 ? lines : ['', ...lines];
  });
}

const gap = '   ';
