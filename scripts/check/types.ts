import type { Rule } from '../house/rule.ts';
import { tool } from '../house/tool.ts';

export const types: Rule = {
  name: 'types',
  why: 'nothing is compiled here, so nothing else would notice',
  async check(root) {
    const said = await tool(root, 'tsc', ['-p', '.', '--pretty', 'false']);
    const located = said.out.split('\n').flatMap((line) => {
      const [, path, at, what] = /^(.+?)\((\d+),\d+\): error (.+)$/.exec(line) ?? [];
      return path && at && what ? [{ path, line: Number(at), what, do: 'make the types agree' }] : [];
    });
    if (said.exit === 0 || located.length > 0) return located;
    return [
      {
        path: 'tsconfig.json',
        line: null,
        what: said.out.trim().split('\n')[0] ?? `tsc ended with ${said.exit}`,
        do: 'run node_modules/.bin/tsc -p .',
      },
    ];
  },
};
