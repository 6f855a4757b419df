import { type JoinKey, type JoinTask, joinKeys, partnersOf, placesOf } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd, widthOf } from '../text.ts';

/** Many keys: for each task a column for each key that it has met, and a line where an order found its row. */
export function joinByKeyFigure(tasks: readonly JoinTask[], paper: Paper): readonly string[] {
  const label = (title: string, { partition }: JoinTask) => `${cut(title, mostLabel)}/${partition}`;
  const titles = tasks.flatMap((task) => [label(task.left.title, task), label(task.right.title, task)]);
  const left = Math.max(...titles.map(widthOf)) + 2;
  const width = Math.max(...tasks.flatMap(joinKeys).map(({ key }) => Math.min(9, widthOf(key)))) + (paper.columns < 66 ? 1 : 2);
  const room = Math.max(1, Math.floor((Math.min(paper.columns - 4, 96) - left) / width));
  const rows = tasks.flatMap((task) => {
    const keys = joinKeys(task);
    return Array.from({ length: Math.ceil(keys.length / room) }, (_, i) => keys.slice(i * room, (i + 1) * room)).flatMap(
      (some, i) => {
        const row = (label: string, cell: (key: JoinKey) => string) =>
          `${padEnd(label, left)}${some.map((key) => padEnd(cell(key), width)).join('')}`.trimEnd();
        const named = (side: 'left' | 'right') => (each: JoinKey) => (has(each, side) ? cut(each.key, width - 1) : '·');
        return [
          '',
          ...(task.called === null || i > 0 ? [] : [paper.theme.strong(cut(task.called, paper.columns - 4))]),
          row(label(task.left.title, task), named('left')),
          row('', (each) => (has(each, 'left') ? (isMet(each) ? '│' : '?') : '')),
          row(label(task.right.title, task), named('right')),
        ];
      },
    );
  });
  return [...rows, '', '│ met   ? met nobody   · not in this partition'];
}

const mostLabel = 14;
const has = (own: JoinKey, side: 'left' | 'right') => placesOf(own, side).length > 0;
const isMet = ({ task, places }: JoinKey) => places.some((place) => partnersOf(task, place).length > 0);
