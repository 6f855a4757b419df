import { armFigure } from '../figure/arm.ts';
import { toAscii } from '../glyphs.ts';
import { margin, type Paper } from '../paper.ts';
import { cut, indented, widthOf } from '../text.ts';
import { cardOf, keys } from '../walk/keys.ts';
import { addressOf } from '../walk/lesson.ts';
import type { ShownKey } from '../walk/said.ts';
import { stopOf, type Walk } from '../walk/walk.ts';
import type { Watch } from '../walk/watch.ts';
import { letter } from './question.ts';

/** What stands below all that was said: the figure that moves, the place to type, the keys that work. At most `rows` lines. */
export function liveLines(walk: Walk, rows: number, paper: Paper): readonly string[] {
  if (walk.now.at === 'left') return [];
  const footer = footerLines(keys(walk), addressOf(walk.lesson, stopOf(walk)), paper);
  const room = Math.max(1, rows - footer.length - 2);
  const above = aboveFooter(walk, room, paper);
  const lines = ['', ...above.slice(0, room), ...(above.length > 0 ? [''] : []), ...footer];
  const shown = indented(lines, margin).map((line) => (paper.glyphs.record === '#' ? toAscii(line) : line));
  return shown.length > rows ? shown.slice(-rows) : shown;
}

function aboveFooter(walk: Walk, room: number, paper: Paper): readonly string[] {
  const { now } = walk;
  const stop = stopOf(walk);
  switch (now.at) {
    case 'running':
      return stop?.kind === 'run' ? watchLines(now.watch, cardOf(walk, stop.experiment), room, paper) : [];
    case 'predicting':
      return [prompt(now.typed, now.typed === '' ? 'your answer first, then we run it' : unitOf(walk), paper)];
    case 'asking':
      return [prompt(shownTyping(walk, now.typed), now.typed === '' ? '' : unitOf(walk), paper)];
    case 'sure':
      return [prompt('', 'are you sure, or is it a guess?', paper)];
    default:
      return [];
  }
}

/** Before the first event: what is being done, so that nothing ever just stands there. */
export function watchLines(watch: Watch, card: Parameters<typeof armFigure>[1], rows: number, paper: Paper): readonly string[] {
  if (watch.waiting !== null) return [cut(`waiting for ${watch.waiting}`, paper.columns - 4)];
  if (watch.doing) return [doingLine(watch.doing, watch.beats, paper)];
  if (watch.arm === null) return ['getting ready'];
  return armFigure(watch.arm, card, rows, paper);
}

function doingLine({ doing, done, of, unit }: NonNullable<Watch['doing']>, beats: number, paper: Paper): string {
  if (done === undefined || of === undefined || of <= 0) return `${cut(doing, paper.columns - 8)} ${'·'.repeat((beats % 3) + 1)}`;
  const counted = `${Math.round(done)} of ${Math.round(of)}${unit ? ` ${unit}` : ''}`;
  const length = 20;
  const full = Math.round(length * Math.min(1, Math.max(0, done / of)));
  const bar = paper.theme.accent(paper.glyphs.record.repeat(full)) + '·'.repeat(length - full);
  const words = cut(doing, paper.columns - 4 - length - widthOf(counted) - 6);
  return `${words}   ${bar}   ${counted}`;
}

/** The footer: exactly the keys that work, and where we are. */
export function footerLines(all: readonly ShownKey[], where: string, paper: Paper): readonly string[] {
  const room = paper.width - 2 * margin.length;
  const items = all.map((key) => ({
    width: widthOf(key.show) + 1 + widthOf(key.does),
    text: `${paper.theme.strong(key.show)} ${key.does}`,
  }));
  const lines: { width: number; text: string }[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last && last.width + 3 + item.width <= room) {
      last.text += `   ${item.text}`;
      last.width += 3 + item.width;
    } else lines.push({ ...item });
  }
  const last = lines.at(-1);
  if (!last || last.width + 3 + widthOf(where) > room)
    return [...lines.map((line) => line.text), ' '.repeat(room - widthOf(where)) + where];
  return [...lines.slice(0, -1).map((line) => line.text), last.text + ' '.repeat(room - last.width - widthOf(where)) + where];
}

function prompt(typed: string, hint: string, { theme }: Paper): string {
  return `${theme.accent('›')} ${typed}${hint && (typed ? ` ${hint}` : hint)}`.trimEnd();
}

function shownTyping(walk: Walk, typed: string): string {
  const stop = stopOf(walk);
  if (stop?.kind !== 'ask') return typed;
  if (stop.question.kind === 'match') return [...typed].map((digit, i) => `${letter(i)} ${digit}`).join('   ');
  return stop.question.kind === 'several' || stop.question.kind === 'order' ? [...typed].join('  ') : typed;
}

function unitOf(walk: Walk): string {
  const stop = stopOf(walk);
  if (stop?.kind === 'ask') return stop.question.kind === 'number' ? stop.question.unit : '';
  if (stop?.kind !== 'run') return '';
  const { predict } = cardOf(walk, stop.experiment);
  return predict.kind === 'number' ? predict.unit : '';
}
