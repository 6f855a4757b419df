import { schemaMatrix } from '@proving/replay';
import { parseCompatibility } from '@proving/spec';
import type { Code, List, ListItem, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { schemaMatrixFigure } from '../figure/schema-matrix.ts';
import { margin, type Paper } from '../paper.ts';
import { hanging, indented, wrapped } from '../text.ts';
import { codeLines } from './code.ts';
import { inline, unbroken } from './inline.ts';
import { tableLines } from './table.ts';

/** A piece of theory as lines of at most `width` columns. */
export function markdownLines(markdown: string, paper: Paper, width: number): readonly string[] {
  return rendered(parsed(markdown), paper, width);
}

/** The blocks of a text, each with its place in it. */
export function parsed(markdown: string): readonly RootContent[] {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }).children;
}

export function rendered(nodes: readonly RootContent[], paper: Paper, width: number): readonly string[] {
  return blocks(nodes, paper, width).map((line) => line.replaceAll(unbroken, ' '));
}

function blocks(nodes: readonly RootContent[], paper: Paper, width: number): readonly string[] {
  const parts = nodes.map((node) => block(node, paper, width)).filter((lines) => lines.length > 0);
  return parts.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

function block(node: RootContent, paper: Paper, width: number): readonly string[] {
  switch (node.type) {
    case 'paragraph':
      return wrapped(inline(node.children, paper), width);
    case 'heading':
      return wrapped(paper.theme.strong(inline(node.children, paper)), width);
    case 'list':
      return list(node, paper, width);
    case 'code':
      return fence(node, paper, width);
    case 'blockquote':
      return blocks(node.children, paper, width - 2).map((line) => `${paper.theme.accent('│')} ${line}`.trimEnd());
    case 'table':
      return tableLines(node, paper, width);
    case 'thematicBreak':
      return [''];
    default:
      return [];
  }
}

function fence({ lang, value }: Code, paper: Paper, width: number): readonly string[] {
  const room = Math.max(width, paper.columns - 2 * margin.length);
  if (lang === 'matrix') return schemaMatrixFigure(schemaMatrix(parseCompatibility(value)), paper, room);
  return codeLines(value, lang ?? 'text', paper, room);
}

function list(node: List, paper: Paper, width: number): readonly string[] {
  const items = node.children.map((item, i) => {
    const mark = node.ordered ? `${(node.start ?? 1) + i}  ` : paper.aloud ? '- ' : '·  ';
    return itemLines(item, mark, paper, width);
  });
  const loose = node.spread || node.children.some((item) => item.spread);
  return items.flatMap((lines, i) => (loose && i > 0 ? ['', ...lines] : lines));
}

function itemLines(item: ListItem, mark: string, paper: Paper, width: number): readonly string[] {
  const [first, ...rest] = item.children;
  const head = first?.type === 'paragraph' ? hanging(mark, inline(first.children, paper), width) : [mark.trimEnd()];
  const others = first?.type === 'paragraph' ? rest : item.children;
  return [...head, ...indented(blocks(others, paper, width - mark.length), ' '.repeat(mark.length))];
}
