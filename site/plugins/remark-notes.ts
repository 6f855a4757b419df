import type { Code, Link, Paragraph, PhrasingContent, Root, Table, TableCell } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { block, inline } from './elements.ts';
import { type Course, type Fail, linked } from './mentions.ts';
import { courseWritten } from './named.ts';

/** Columns of a table in which every number of two digits is a lesson. */
const answers = /^(?:where it is (?:answered|shown)|which claim )/;

/**
 * Makes a note a page of this site: links that leave `notes/` become addresses here, and the lessons and claims that it names become
 * links. The build checks that each leads somewhere.
 * @param course what can be named; the lessons of this checkout unless somebody says otherwise
 */
export function remarkNotes({ course = courseWritten }: { readonly course?: () => Promise<Course> } = {}) {
  return async (tree: Root, file: VFile) => {
    visit(tree, 'link', (node: Link) => {
      const lesson = /^(?:\.\.\/)+lessons\/([^/]+)\/theory\.md(#.*)?$/.exec(node.url);
      if (lesson) node.url = `/lessons/${lesson[1]}${lesson[2] ?? ''}`;
      else if (/^(?:\.\.\/)+README\.md$/.test(node.url)) node.url = '/';
    });
    const known = await course();
    const fail: Fail = (what, node, at = 0) => {
      const { line, column } = node.position?.start ?? { line: 1, column: 1 };
      const before = node.type === 'text' ? node.value.slice(0, at).split('\n').length - 1 : 0;
      file.fail(what, { line: line + before, column: before > 0 ? 1 : column });
    };
    visit(tree, 'table', (table: Table) => {
      const [head, ...rows] = table.children;
      const titles = head?.children.map(({ children: [first] }) => (first?.type === 'text' ? first.value : '')) ?? [];
      for (const row of rows)
        for (const [i, cell] of row.children.entries()) {
          cell.children = linked(cell.children, answers.test(titles[i] ?? '') ? 'answers' : 'prose', known, fail);
          label(cell, titles[i] ?? '');
          if (i === 0) cell.children = cell.children.map(breakable);
        }
    });
    visit(tree, 'code', (node: Code, index, parent) => {
      const from = /^from=(\S+)$/.exec(node.meta ?? '')?.[1];
      if (from === undefined || !parent || index === undefined) return;
      parent.children[index] = block('Said', { words: node.value, from }) as (typeof parent.children)[number];
    });
    visit(tree, 'paragraph', (paragraph: Paragraph) => {
      const [term, words] = paragraph.children;
      const entry = term?.type === 'strong' && words?.type === 'text' && /^ · \d\d · /.exec(words.value)?.[0];
      if (!entry) {
        paragraph.children = linked(paragraph.children, 'prose', known, fail);
        return;
      }
      // An entry of the glossary: the term, the lesson that introduces it, what it means.
      const rest = { ...words, value: words.value.slice(entry.length) };
      const lesson = linked([{ ...words, value: entry }], 'answers', known, fail);
      paragraph.children = [term, ...lesson, ...linked([rest, ...paragraph.children.slice(2)], 'prose', known, fail)];
    });
  };
}

/** On a phone the rows of a table are stacked, and each cell says itself which column it is of. */
function label(cell: TableCell, title: string): void {
  cell.data = { ...cell.data, hProperties: { ...cell.data?.hProperties, 'data-label': title } } as TableCell['data'];
}

/** The long name of a setting may be broken behind a dot, and nowhere else. */
const breakable = (node: PhrasingContent): PhrasingContent =>
  node.type === 'inlineCode' && node.value.includes('.') ? (inline('Name', { name: node.value }) as PhrasingContent) : node;
