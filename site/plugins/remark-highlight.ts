import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { block } from './elements.ts';
import { highlighted } from './highlight.ts';

/** Every fence of a page, coloured. Drawings and terminal output keep their plain form. */
export function remarkHighlight() {
  return async (tree: Root) => {
    const found: Code[] = [];
    visit(tree, 'code', (node) => {
      found.push(node);
    });
    for (const node of found) {
      const language = node.lang ?? 'text';
      const file = /(?:^|\s)file=(\S+)/.exec(node.meta ?? '')?.[1] ?? '';
      const html = await highlighted(node.value, language);
      Object.assign(node, { ...block('Code', { html, language, file }), value: undefined, lang: undefined, meta: undefined });
    }
  };
}
