import { toAscii } from '../glyphs.ts';
import { markdownLines } from '../markdown/render.ts';
import { margin, type Paper } from '../paper.ts';

/** Room for text inside the margins. */
export const roomOf = (paper: Paper): number => paper.width - 2 * margin.length;

export function prosePage(markdown: string, paper: Paper): readonly string[] {
  // Before it is wrapped: some marks grow when they become ASCII.
  const text = paper.glyphs.record === '#' ? toAscii(markdown) : markdown;
  return markdownLines(text, paper, roomOf(paper));
}
