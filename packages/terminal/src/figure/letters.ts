import { flowOf, type Letters, recordsOf, type Travelled } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd, padStart } from '../text.ts';

/** Dead-letter flow: a line for each record that was set aside or stands still, and in each topic the offset where it lies. */
export function lettersFigure(model: Letters, paper: Paper): readonly string[] {
  const { told, plain } = flowOf(model);
  const wide = Math.min(paper.columns, 100) - 4;
  const column = Math.max(7, Math.min(14, Math.floor((wide - label) / Math.max(1, model.topics.length))));
  const shown = told.length > mostRows ? told.slice(0, mostRows - 1) : told;
  const head = model.topics.map(({ title }) => padStart(shorter(title, column - 1), column)).join('');
  return [
    paper.theme.strong(padEnd('offset in', label)) + paper.theme.strong(head),
    ...shown.map((record) => row(record, model, column, paper)),
    ...(told.length > shown.length ? [`… and ${told.length - shown.length} more`] : []),
    ...plain.map(({ way, records }) => cut(`${recordsOf(records)}: ${way}`, wide)),
  ];
}

/** How many records are in each topic that sets aside, for a window that is not tall enough. */
export function lettersLines(model: Letters, paper: Paper): readonly string[] {
  const lines = model.topics
    .filter(({ aside }) => aside)
    .map(({ topic, title }) => {
      const all = model.records.filter(({ stops }) => stops.some((stop) => stop.topic === topic));
      return `${title}: ${all.length === 0 ? 'none' : recordsOf(all)}`;
    });
  return lines.map((line) => cut(line, paper.columns - 4));
}

/** `dead-letters` is `dead` where there is no room for more. */
const shorter = (title: string, room: number) => cut(title.length > room ? (title.split('-')[0] ?? title) : title, room);

const label = 14;
const mostRows = 12;

function row({ value, stops }: Travelled, { topics }: Letters, column: number, { theme, glyphs }: Paper): string {
  const cells = topics.map(({ topic, aside }) => {
    const at = stops.filter((stop) => stop.topic === topic).map(({ offset }) => offset ?? glyphs.record);
    const cell = padStart(cut(at.join(', '), column - 1), column);
    return aside ? theme.accent(cell) : cell;
  });
  return `${padEnd(cut(value, label - 1), label)}${cells.join('')}`.trimEnd();
}
