import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Paper } from '../paper.ts';
import { markdownLines } from './render.ts';

/**
 * Cuts a text between its blocks into parts of at most `height` lines, as even as they come out; a block that is higher stays
 * whole. What introduces a list, a table or a drawing stays with it.
 */
export function splitMarkdown(markdown: string, paper: Paper, width: number, height: number): readonly string[] {
  const whole = markdownLines(markdown, paper, width).length;
  if (whole <= height) return [markdown];
  const aim = Math.ceil(whole / Math.ceil(whole / height));
  const parts: string[] = [];
  let [from, lines] = [0, 0];
  for (const piece of piecesOf(markdown)) {
    const high = markdownLines(markdown.slice(piece.from, piece.to), paper, width).length + 1;
    if (lines > 0 && lines + high > height + 1) {
      parts.push(markdown.slice(from, piece.from).trim());
      [from, lines] = [piece.from, 0];
    }
    lines += high;
    if (lines >= aim && piece.to < markdown.length) {
      parts.push(markdown.slice(from, piece.to).trim());
      [from, lines] = [piece.to, 0];
    }
  }
  return [...parts, markdown.slice(from).trim()].filter((part) => part !== '');
}

function piecesOf(markdown: string): readonly { readonly from: number; readonly to: number }[] {
  const { children } = fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const pieces: { from: number; to: number }[] = [];
  let introduced = false;
  for (const node of children) {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? markdown.length;
    const last = pieces.at(-1);
    if (introduced && last) last.to = to;
    else pieces.push({ from, to });
    introduced = node.type === 'heading' || (node.type === 'paragraph' && markdown.slice(from, to).trimEnd().endsWith(':'));
  }
  return pieces;
}
