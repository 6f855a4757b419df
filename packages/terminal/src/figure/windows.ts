import {
  type CountedWindow,
  type CutAxis,
  cutAxis,
  inSeconds,
  isOver,
  lateText,
  saidText,
  streamTimeText,
  ticksOf,
  type Windows,
  type WindowTask,
  windowTaskName,
} from '@proving/replay';
import type { Paper } from '../paper.ts';
import { cut, padEnd, widthOf, wrapped } from '../text.ts';
import { placed } from './time-axis.ts';

/**
 * Windows over stream time, a part for each task: for each key its records where they happened, below them the windows with their
 * counts; at the foot the edge up to which windows are over, and stream time.
 */
export function windowsFigure(model: Windows, paper: Paper): readonly string[] {
  const scale = scaleOf(model, paper);
  const parts = model.tasks.map((task) => taskFigure(task, scale, paper));
  return [...parts.flatMap((part, i) => (i > 0 ? ['', ...part] : part)), ...legend(model, paper)];
}

/** The windows alone, and where stream time stands, for a window that is not tall enough. */
export function windowsLines(model: Windows, paper: Paper): readonly string[] {
  const scale = scaleOf(model, paper);
  return model.tasks.flatMap((task) => [
    ...head(task, paper),
    ...keysOf(task).flatMap((key) => rowsOf(key, task, scale).map((row, i) => labelled(i === 0 ? key : '', row, scale))),
  ]);
}

/** One line for each task, for a window of few rows. */
export const windowsSums = ({ tasks }: Windows, paper: Paper): readonly string[] => tasks.flatMap((task) => head(task, paper));

interface Scale {
  readonly axis: CutAxis;
  readonly left: number;
  readonly length: number;
}

function scaleOf({ tasks }: Windows, { columns }: Paper): Scale {
  const left = Math.min(16, Math.max(...tasks.flatMap(keysOf).map(widthOf), 'seconds'.length)) + 2;
  const length = Math.max(12, Math.min(columns - 4, 96) - left);
  const spans = tasks.flatMap(({ windows, records, streamTime }) => [
    [streamTime, streamTime] as const,
    ...windows.map(({ start, end }) => [start, end] as const),
    ...records.map(({ time }) => [time, time] as const),
  ]);
  return { axis: cutAxis(spans, length, cutWidth), left, length };
}

const cutWidth = 4;
const mostKeys = 6;
const mostLate = 3;

const keysOf = ({ records }: WindowTask) => [...new Set(records.map(({ key }) => key))].sort().slice(0, mostKeys);

function taskFigure(task: WindowTask, scale: Scale, paper: Paper): readonly string[] {
  const late = task.records.filter((each) => each.late > 0);
  const told = late.length > mostLate ? late.slice(0, mostLate - 1) : late;
  const more = late.length - told.length;
  return [
    ...head(task, paper),
    labelled('seconds', ticks(scale), scale),
    ...keysOf(task).flatMap((key) => [
      labelled(key, marks(key, task, scale, paper), scale),
      ...rowsOf(key, task, scale).map((row) => labelled('', row, scale)),
    ]),
    labelled('over', edge(task, scale, paper), scale),
    ...told.map((each) => cut(`${paper.glyphs.dead} ${lateText(each)}`, paper.columns - 4)),
    ...(more > 0 ? [`${paper.glyphs.dead} and ${more} more came too late`] : []),
  ];
}

function head(task: WindowTask, { columns, theme }: Paper): readonly string[] {
  const name = cut(windowTaskName(task), 24);
  const stands = [streamTimeText(task), saidText(task)];
  const room = columns - 7 - widthOf(name);
  if (widthOf(stands.join(' · ')) <= room) return [`${theme.strong(name)}   ${stands.join(' · ')}`];
  return [`${theme.strong(name)}   ${cut(streamTimeText(task), room)}`, saidText(task)];
}

const labelled = (label: string, line: string, { left }: Scale) => `${padEnd(cut(label, left - 1), left)}${line}`.trimEnd();

function ticks({ axis, length }: Scale): string {
  const words = ticksOf(axis, 8, 1_000).map((tick) => ({ at: columnOf(axis, tick), word: inSeconds(tick) }));
  const cuts = axis.cuts.map((at) => ({ at: Math.floor(at) + 1, word: '//' }));
  const inside = [...words, ...cuts].toSorted((a, b) => a.at - b.at);
  return placed(
    inside.map(({ at, word }) => ({ at: Math.min(at, length - word.length), word })),
    length,
  );
}

/** Where the records of a key happened; one that came too late hides those beside it. */
function marks(key: string, { records }: WindowTask, { axis, length }: Scale, { glyphs, theme }: Paper): string {
  const cells = Array.from({ length }, () => ' ');
  const own = records.filter((each) => each.key === key);
  for (const { time } of own.filter(({ late }) => late === 0)) cells[column(axis, time, length)] = theme.accent(glyphs.record);
  for (const { time } of own.filter(({ late }) => late > 0)) cells[column(axis, time, length)] = glyphs.dead;
  return cells.join('').trimEnd();
}

/** The windows of a key as bars; those that overlap in rows below each other. */
function rowsOf(key: string, task: WindowTask, { axis, length }: Scale): readonly string[] {
  const rows: string[] = [];
  for (const window of task.windows.filter((each) => each.key === key)) {
    const least = widthOf(String(window.count)) + 2;
    const from = Math.min(columnOf(axis, window.start), length - least);
    const bar = barOf(window, task, Math.max(least, Math.min(length, columnOf(axis, window.end)) - from));
    const free = rows.findIndex((row) => row.length <= from);
    if (free === -1) rows.push(' '.repeat(Math.max(0, from)) + bar);
    else rows[free] = (rows[free] ?? '').padEnd(from) + bar;
  }
  return rows;
}

function barOf(window: CountedWindow, task: WindowTask, width: number): string {
  const count = String(window.count);
  const before = Math.floor((width - 2 - count.length) / 2);
  const fill = fillOf(window, task);
  const after = width - 2 - count.length - before;
  return `[${fill.repeat(before)}${count}${fill.repeat(after)}${task.endWithin ? ']' : ')'}`;
}

const fillOf = (window: CountedWindow, task: WindowTask) => (isOver(window, task) ? '═' : window.said === null ? '┄' : '─');

/** Up to where windows are over, and behind it, as long as the grace, the way to stream time. */
function edge({ over, streamTime }: WindowTask, { axis, length }: Scale, { theme }: Paper): string {
  const now = column(axis, streamTime, length);
  const until = over === null ? 0 : Math.min(now, columnOf(axis, over));
  const cells: string[] = Array.from({ length: now }, (_, i) => (i < until ? '═' : over === null ? ' ' : '·'));
  for (const at of axis.cuts.map(Math.floor)) if (at + cutWidth <= now) cells.splice(at, cutWidth, ' ', '/', '/', ' ');
  return `${cells.join('')}${theme.accent('▲')}`;
}

/** Rounded down: what happened just before the end of a window stands within it. */
const columnOf = (axis: CutAxis, time: number) => Math.floor(axis.at(time) + 1e-6);
const column = (axis: CutAxis, time: number, length: number) => Math.min(length - 1, columnOf(axis, time));

/** What is not said by itself, and only what there is. */
function legend({ tasks }: Windows, { glyphs, columns }: Paper): readonly string[] {
  const some = (is: (window: CountedWindow, task: WindowTask) => boolean) =>
    tasks.some((task) => task.windows.some((window) => is(window, task)));
  const words = [
    ...(some(isOver) ? ['═ over'] : []),
    ...(some((window, task) => fillOf(window, task) === '─') ? ['─ open'] : []),
    ...(some((window, task) => fillOf(window, task) === '┄') ? ['┄ open, nothing said yet'] : []),
    ...(tasks.some(({ over, streamTime }) => over !== null && over < streamTime)
      ? [tasks.some(({ endWithin }) => endWithin) ? '· gap and grace' : '· grace']
      : []),
    '▲ stream time',
    `${glyphs.record} record`,
    ...(tasks.some(({ records }) => records.some(({ late }) => late > 0)) ? [`${glyphs.dead} dropped`] : []),
  ].map((each) => each.replaceAll(' ', '\u00a0'));
  return wrapped(words.join('   '), columns - 4).map((line) => line.replaceAll('\u00a0', ' '));
}
