import { type Happening, seconds, type Timeline } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd, padStart } from '../text.ts';

/** The newest `rows` happenings, one line each, and what is waited for now. */
export function timelineFigure(model: Timeline, rows: number, paper: Paper): readonly string[] {
  const waits = model.waits.slice(-1).map((wait) => waitLine(wait.until, wait.deadline, paper));
  const room = Math.max(0, rows - waits.length);
  const items = room === 0 ? [] : model.items.slice(-room);
  return [...items.map((item) => happeningLine(item, paper)), ...waits];
}

/** `  0.31 s  send      1–10          ok ×10  partition 0, offsets 0–9` */
export function happeningLine(item: Happening, paper: Paper): string {
  const time = padStart(seconds(item.t), 8);
  const width = paper.columns - 4 - time.length - 2;
  if (item.verb === '') return `${time}  ${cut(item.what, width)}`;
  const head = `${padEnd(item.verb, 7)}  ${item.came === '' || paper.columns < 66 ? item.what : padEnd(item.what, 14)}`;
  return `${time}  ${marked(cut(item.came === '' ? head : `${head}  ${item.came}`, width), item, paper)}`;
}

/** An error is red as well as being a word. */
function marked(line: string, item: Happening, { theme }: Paper): string {
  return item.kind === 'error' ? theme.bad(line) : line;
}

function waitLine(until: string, deadline: number, paper: Paper): string {
  const limit = deadline >= 1000 ? `${Math.round(deadline / 100) / 10} s` : `${deadline} ms`;
  return cut(`waiting: ${until} (at most ${limit})`, paper.columns - 4);
}
