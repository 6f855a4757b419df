import { type CutAxis, cutAxis, inSeconds, type JoinKey, partnersOf, placesOf, ticksOf } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd, widthOf } from '../text.ts';
import { placed } from './time-axis.ts';

/** Two streams over event time: each left record with its window around it, a cross where one of the right side lies that it met. */
export function joinInTimeFigure(keys: readonly JoinKey[], paper: Paper): readonly string[] {
  const labels = keys.flatMap((own) => [own.task.right.title, ...leftsOf(own).map((i) => ` ${nameOf(own.task, i)} ?`)]);
  const left = Math.min(16, Math.max(...labels.map(widthOf), 'seconds'.length)) + 2;
  const length = Math.max(12, Math.min(paper.columns - 4, 96) - left);
  const axis = cutAxis(keys.flatMap(spansOf), length - 5, 4);
  const seconds = ticksOf(axis, 8, 1_000).map((tick) => ({ at: Math.round(axis.at(tick)), word: inSeconds(tick) }));
  const row = (label: string, line: string) => `${padEnd(cut(label, left - 1), left)}${line}`.trimEnd();
  return [
    row('seconds', placed(seconds, length)),
    ...keys.flatMap(({ task, key, places }) => [
      paper.theme.strong(cut(key, paper.columns - 4)),
      ...leftsOf({ task, key, places }).map((place) => {
        const alone = partnersOf(task, place).length === 0 ? ' ?' : '';
        return row(` ${nameOf(task, place)}${alone}`, windowOf({ task, key, places }, place, axis, paper));
      }),
      row(task.right.title, rights({ task, key, places }, axis, length)),
    ]),
    `${paper.glyphs.record} when it happened   ┼ met   ? nobody so far`,
  ];
}

const leftsOf = (own: JoinKey) => placesOf(own, 'left').toSorted(byTime(own.task));
const rightsOf = (own: JoinKey) => placesOf(own, 'right').toSorted(byTime(own.task));
const byTime = (task: JoinKey['task']) => (a: number, b: number) => timeOf(task, a) - timeOf(task, b);
const timeOf = (task: JoinKey['task'], place: number) => task.records[place]?.time ?? 0;
const nameOf = (task: JoinKey['task'], place: number) => task.records[place]?.value ?? 'null';

const spansOf = ({ task, places }: JoinKey) =>
  places.map((place) => {
    const around = task.records[place]?.side === 'left' ? (task.within ?? 0) : 0;
    return [timeOf(task, place) - around, timeOf(task, place) + around] as const;
  });

function windowOf({ task }: JoinKey, place: number, axis: CutAxis, { glyphs, theme }: Paper): string {
  const at = (time: number) => Math.round(axis.at(time));
  const time = timeOf(task, place);
  const [from, to] = [at(time - (task.within ?? 0)), at(time + (task.within ?? 0))];
  const cells: string[] = Array.from({ length: to + 1 }, (_, i) => (i < from ? ' ' : i === from ? '[' : i === to ? ']' : '─'));
  cells[at(time)] = glyphs.record;
  for (const other of partnersOf(task, place)) cells[at(timeOf(task, other))] = theme.accent('┼');
  return cells.join('');
}

function rights(own: JoinKey, axis: CutAxis, length: number): string {
  const words = rightsOf(own).map((place) => {
    const alone = partnersOf(own.task, place).length === 0 ? ' ?' : '';
    return { at: Math.round(axis.at(timeOf(own.task, place))), word: `${nameOf(own.task, place)}${alone}` };
  });
  return placed(words, length);
}
