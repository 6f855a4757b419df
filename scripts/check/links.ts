import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { filesIn } from '../house/files.ts';
import type { Finding, Rule } from '../house/rule.ts';

export const links: Rule = {
  name: 'links',
  why: 'a link that leads nowhere costs a reader more than no link',
  async check(root) {
    return filesIn(root, (path) => path.endsWith('.md')).flatMap(({ path, lines }) =>
      prose(lines).flatMap(({ line, text }) =>
        [...text.matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)].flatMap(([, to]) =>
          broken(root, path, to as string, line),
        ),
      ),
    );
  },
};

function broken(root: string, path: string, to: string, line: number): Finding[] {
  if (/^[a-z][a-z0-9+.-]*:/i.test(to)) return [];
  const [file = '', anchor] = to.split('#');
  const target = file === '' ? path : normalize(file.startsWith('/') ? file.slice(1) : join(path, '..', decodeURI(file)));
  if (!existsSync(join(root, target)))
    return [{ path, line, what: `links to ${to}, and there is no ${target}`, do: 'name a file that is there' }];
  if (!anchor || !target.endsWith('.md') || !statSync(join(root, target)).isFile()) return [];
  if (anchorsOf(readFileSync(join(root, target), 'utf8')).has(anchor)) return [];
  return [{ path, line, what: `links to #${anchor}, and ${target} has no such heading`, do: 'name a heading that is there' }];
}

/** The headings of a page as links name them: lower case, no punctuation, a dash for each space, a number for a repetition. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const { text } of prose(markdown.split('\n'))) {
    const heading = /^#{1,6}\s+(.+?)\s*#*$/.exec(text)?.[1];
    if (heading === undefined) continue;
    const bare = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-');
    let anchor = bare;
    for (let n = 1; anchors.has(anchor); n++) anchor = `${bare}-${n}`;
    anchors.add(anchor);
  }
  return anchors;
}

/** The lines outside of fences, without their inline code. */
function prose(lines: readonly string[]): readonly { readonly line: number; readonly text: string }[] {
  let fence: string | null = null;
  return lines.flatMap((text, i) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === null && mark) fence = mark;
    else if (fence !== null && mark?.startsWith(fence)) {
      fence = null;
      return [];
    }
    return fence === null ? [{ line: i + 1, text: text.startsWith('#') ? text : text.replaceAll(/`[^`]*`/g, '') }] : [];
  });
}
