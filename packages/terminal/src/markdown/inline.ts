import type { PhrasingContent } from 'mdast';
import { linked } from '../link.ts';
import type { Paper } from '../paper.ts';

/** The running text of a paragraph, styled, before it is wrapped. `[[id]]` cites a claim. */
export function inline(nodes: readonly PhrasingContent[], paper: Paper): string {
  return nodes.map((node) => one(node, paper)).join('');
}

function one(node: PhrasingContent, paper: Paper): string {
  switch (node.type) {
    case 'text':
      return node.value.replaceAll('\n', ' ').replaceAll(/\[\[([^\]\s]+)\]\]/g, (_, id: string) => badge(id, paper));
    case 'strong':
      return paper.theme.strong(inline(node.children, paper));
    case 'emphasis':
      return paper.theme.slant(inline(node.children, paper));
    case 'inlineCode':
      return code(node.value, paper);
    case 'break':
      return '\n';
    case 'link':
      return link(inline(node.children, paper), node.url, paper);
    case 'image':
      return node.alt ?? '';
    default:
      return 'children' in node ? inline(node.children as PhrasingContent[], paper) : '';
  }
}

/** One word stands as it is; where code has blanks, its marks say where it ends, and it is not broken over two lines. */
function code(value: string, paper: Paper): string {
  if (paper.aloud) return `"${value}"`;
  const whole = value.length <= 32 ? value.replaceAll(' ', unbroken) : value;
  return value.includes(' ') ? `\`${whole}\`` : whole;
}

/** A blank at which no line is broken; `render` makes it a blank again. */
export const unbroken = '\u00a0';

/** A claim's badge, as it stands in running text: ⟨acknowledged-survives⟩. */
export function badge(id: string, paper: Paper): string {
  return paper.theme.accent(`⟨${id}⟩`);
}

/** An OSC 8 link where the terminal knows them, else the text and its address. */
export function link(text: string, url: string, paper: Paper): string {
  if (paper.links && /^https?:/.test(url)) return linked(text, url, paper);
  return text === url || !/^https?:/.test(url) ? text : `${text} <${url}>`;
}
