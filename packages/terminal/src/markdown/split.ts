import type { RootContent } from 'mdast';
import type { Paper } from '../paper.ts';
import { parsed, rendered } from './render.ts';

/**
 * Cuts a text between its blocks into parts of at most `height` lines, as even as they come out; a block that is higher stays
 * whole. What introduces a list, a table or a drawing stays with it.
 */
export function splitMarkdown(markdown: string, paper: Paper, width: number, height: number): readonly string[] {
  if (surelyFits(markdown, width, height)) return [markdown];
  const pieces = piecesOf(markdown).map(({ from, to, nodes }) => ({ from, to, high: rendered(nodes, paper, width).length + 1 }));
  const whole = pieces.reduce((sum, { high }) => sum + high, -1);
  if (whole <= height) return [markdown];
  const aim = Math.ceil(whole / Math.ceil(whole / height));
  const parts: string[] = [];
  let [from, lines] = [0, 0];
  for (const piece of pieces) {
    if (lines > 0 && lines + piece.high > height + 1) {
      parts.push(markdown.slice(from, piece.from).trim());
      [from, lines] = [piece.from, 0];
    }
    lines += piece.high;
    if (lines >= aim && piece.to < markdown.length) {
      parts.push(markdown.slice(from, piece.to).trim());
      [from, lines] = [piece.to, 0];
    }
  }
  return [...parts, markdown.slice(from).trim()].filter((part) => part !== '');
}

/** Without parsing: a wrapped line of prose is at least half full. Every text of a lesson is looked at before its first page is shown. */
function surelyFits(markdown: string, width: number, height: number): boolean {
  if (markdown.includes('|')) return false;
  const most = markdown.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((2 * line.length) / width)), 0);
  return most <= height;
}

interface Piece {
  readonly from: number;
  to: number;
  readonly nodes: RootContent[];
}

function piecesOf(markdown: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let introduced = false;
  for (const node of parsed(markdown)) {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? markdown.length;
    const last = pieces.at(-1);
    if (introduced && last) {
      last.to = to;
      last.nodes.push(node);
    } else pieces.push({ from, to, nodes: [node] });
    introduced = node.type === 'heading' || (node.type === 'paragraph' && markdown.slice(from, to).trimEnd().endsWith(':'));
  }
  return pieces;
}
