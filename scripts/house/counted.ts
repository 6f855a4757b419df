import type { TextFile } from './files.ts';
import { countsIn, rowsIn } from './rows.ts';
import type { Finding } from './rule.ts';

/** A page says itself how many rows it has of each series; numbers that are missing, repeated or too many are found. */
export function counted(page: TextFile): Finding[] {
  const rows = rowsIn(page).filter(({ series }) => series !== '');
  const counts = countsIn(page);
  const all = [...new Set([...counts.keys(), ...rows.map(({ series }) => series)])];
  return all.flatMap((series): Finding[] => {
    const mine = rows.filter((row) => row.series === series);
    const count = counts.get(series);
    if (!count)
      return [
        {
          path: page.path,
          line: mine[0]?.line ?? null,
          what: `has rows of ${series}, and nothing says how many`,
          do: `write "${series}: ${mine.length} rows" into the opening`,
        },
      ];
    const numbers = mine.map(({ number }) => number);
    const gone = Array.from({ length: count.rows }, (_, i) => i + 1).filter((number) => !numbers.includes(number));
    const odd = mine.filter(({ number }, i) => number > count.rows || numbers.indexOf(number) !== i);
    return [
      ...gone.map((number) => ({
        path: page.path,
        line: count.line,
        what: `says ${series} has ${count.rows} rows, and number ${number} is missing`,
        do: 'give the row its line back: ids are never used again',
      })),
      ...odd.map(({ id, number, line }) => ({
        path: page.path,
        line,
        what: number > count.rows ? `${id} is beyond the ${count.rows} rows of the opening` : `${id} is here a second time`,
        do: number > count.rows ? 'correct the count in the opening' : 'give it the next free number',
      })),
    ];
  });
}
