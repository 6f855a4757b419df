import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Columns that a text takes, escapes not counted and wide letters counted double. */
export const widthOf = (text: string): number => stringWidth(text);

/** Lines of at most `width` columns; a word longer than a line is broken. */
export function wrapped(text: string, width: number): readonly string[] {
  return wrapAnsi(text, Math.max(8, width), { hard: true, trim: true }).split('\n');
}

/** A line as it is, or as several below each other where it is wider than the window; what cannot be parted, such as a path, stays whole. */
export function fitted(line: string, columns: number | undefined): readonly string[] {
  if (columns === undefined || widthOf(line) <= columns) return [line];
  const [before = ''] = line.match(/^ */) ?? [];
  const parts = wrapAnsi(line.slice(before.length), Math.max(8, columns - before.length), { hard: false, trim: true });
  return parts.split('\n').map((part) => before + part);
}

/** The text, cut with `…` where it is longer than `width`. For text without escapes. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  if (width <= 1) return width < 1 ? '' : '…';
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Left and right on one line of `width`; the left gives way when there is no room for both, the right when there is none at all. */
export function ends(left: string, right: string, width: number): string {
  const room = width - widthOf(right) - 2;
  if (right === '' || room < 12) return cut(left, width);
  const shown = cut(left, room);
  return shown + ' '.repeat(width - widthOf(shown) - widthOf(right)) + right;
}

/** The same, with the left in a style of its own. */
export function titled(left: string, right: string, width: number, style: (text: string) => string): string {
  const line = ends(left, right, width);
  const at = right !== '' && line.endsWith(right) ? line.length - right.length : line.length;
  return style(line.slice(0, at).trimEnd()) + line.slice(line.slice(0, at).trimEnd().length);
}

/** Wraps a text behind a hanging mark: `1  first line` and the further lines under its words. */
export function hanging(mark: string, text: string, width: number): readonly string[] {
  const room = widthOf(mark);
  return wrapped(text, width - room).map((line, i) => (i === 0 ? mark : ' '.repeat(room)) + line);
}

export const indented = (lines: readonly string[], by = '  '): readonly string[] =>
  lines.map((line) => (line === '' ? '' : by + line));

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
