import {
  type JoinKey,
  type Joins,
  type JoinTask,
  joinKeys,
  joinName,
  joinShape,
  partnersOf,
  placesOf,
  recordName,
} from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd, widthOf } from '../text.ts';
import { joinByKeyFigure } from './join-by-key.ts';
import { joinInTimeFigure } from './join-in-time.ts';

/** Join timeline: streams over the time in which things happened, tables in the order in which records were processed. */
export function joinFigure({ tasks }: Joins, paper: Paper): readonly string[] {
  const keys = tasks.flatMap(joinKeys);
  const shape = joinShape(tasks);
  const [first] = tasks;
  if (!first) return [];
  const title = paper.theme.strong(cut(joinName(first), paper.columns - 4));
  if (shape === 'in time') return [title, ...joinInTimeFigure(keys, paper)];
  if (shape === 'by key') return [title, ...joinByKeyFigure(tasks, paper)];
  const panels = keys.map((each) => panel(each, paper));
  const nobody = tasks.some(({ meetings }) => meetings.some(({ right }) => right === null));
  const legend = [`${bridge} met`, ...(nobody ? ['? met nobody'] : []), '@ when it happened, s'].join('   ');
  return [title, ...panels.flat(), legend];
}

/** Who met whom in one line for each key, for a window that is not tall enough. */
export function joinLines({ tasks }: Joins, paper: Paper): readonly string[] {
  if (joinShape(tasks) === 'by key') return tasks.map((task) => cut(metSum(task), paper.columns - 4));
  return tasks.flatMap(joinKeys).map((each) => {
    const { task, key } = each;
    const met = placesOf(each, 'left').map((place) => {
      const whom = partnersOf(task, place).map((other) => task.records[other]?.value ?? '?');
      return `${task.records[place]?.value} met ${whom.join(', ') || 'nobody'}`;
    });
    return cut(`${key}: ${met.join('; ') || 'nobody to meet'}`, paper.columns - 4);
  });
}

function metSum(task: JoinTask): string {
  const lefts = joinKeys(task).filter((each) => placesOf(each, 'left').length > 0);
  const met = lefts.filter(({ places }) => places.some((place) => partnersOf(task, place).length > 0));
  return `${task.called === null ? '' : `${task.called}, `}${task.left.title}/${task.partition}: ${met.length} of ${lefts.length} met ${task.right.title}/${task.partition}`;
}

const bridge = '│';

/** Two lanes of one key, left above right; where a pair was made a line goes from the record that made it to the row it met. */
function panel({ task, key, places }: JoinKey, paper: Paper): readonly string[] {
  const left = Math.max(task.left.title.length, task.right.title.length, 'processed'.length) + 2;
  const room = Math.min(paper.columns - 4, 96) - left;
  const shown = places.slice(-Math.floor(room / least));
  const width = Math.min(most, Math.floor(room / shown.length));
  const lanes = { left: ' '.repeat(room).split(''), right: ' '.repeat(room).split('') };
  const between = ' '.repeat(room).split('');
  for (const side of ['left', 'right'] as const) {
    const own = shown.filter((place) => task.records[place]?.side === side);
    for (const [i, place] of own.entries()) {
      const at = shown.indexOf(place) * width;
      const next = own[i + 1];
      const end = next === undefined ? shown.length * width : shown.indexOf(next) * width;
      write(lanes[side], at, cut(recordName(task.records[place]), width - 1));
      // A row stays until the next one of its key.
      const word = at + Math.min(width - 1, widthOf(recordName(task.records[place]))) + 1;
      if (task[side].kind === 'table' && task.records[place]?.value !== null)
        for (let x = word; x < end - 1; x++) lanes[side][x] = '─';
    }
  }
  for (const { by, right } of task.meetings) {
    const at = shown.indexOf(by) * width;
    if (at < 0) continue;
    between[at] = right === null ? '?' : paper.theme.accent(bridge);
    const other = task.records[by]?.side === 'left' ? lanes.right : lanes.left;
    if (right !== null) other[at] = paper.theme.accent(task.records[by]?.side === 'left' ? '┴' : '┬');
  }
  const order = shown.map((_, i) => padEnd(String(i + 1 + places.length - shown.length), width)).join('');
  const row = (label: string, line: string) => `${padEnd(label, left)}${line}`.trimEnd();
  return [
    '',
    `${paper.theme.strong(padEnd(cut(key, left - 1), left))}${order}`.trimEnd(),
    row(task.left.title, lanes.left.join('')),
    row('', between.join('')),
    row(task.right.title, lanes.right.join('')),
  ];
}

const least = 8;
const most = 14;

function write(cells: string[], at: number, word: string): void {
  let column = at;
  for (const char of word) {
    cells[column] = char;
    // A wide letter takes the column behind it as well.
    for (let i = 1; i < widthOf(char); i++) cells[column + i] = '';
    column += widthOf(char);
  }
}
