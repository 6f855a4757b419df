import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Turns a note's links that leave `notes/` into addresses of this site; the build still checks that each leads somewhere. */
export function remarkNotes() {
  return (tree: Root) => {
    visit(tree, 'link', (node: Link) => {
      const lesson = /^(?:\.\.\/)+lessons\/([^/]+)\/theory\.md(#.*)?$/.exec(node.url);
      if (lesson) node.url = `/lessons/${lesson[1]}${lesson[2] ?? ''}`;
      else if (/^(?:\.\.\/)+README\.md$/.test(node.url)) node.url = '/';
    });
  };
}
