import { relative, resolve } from 'node:path';
import type { Rule } from '../house/rule.ts';
import { tool } from '../house/tool.ts';

export const form: Rule = {
  name: 'form',
  why: 'one form for all, made by a tool, so that nobody has to talk about it',
  async check(root) {
    const said = await tool(root, 'biome', ['check', '--error-on-warnings', '--reporter=github', '--max-diagnostics=none', '.']);
    const located = said.out.split('\n').flatMap((line) => {
      const [, fields = '', what = ''] = /^::(?:error|warning|notice) (.*?)::(.*)$/.exec(line) ?? [];
      const named = /(?:^|,)file=([^,]+)/.exec(fields)?.[1];
      const path = named && relative(root, resolve(root, named));
      const at = /(?:^|,)line=(\d+)/.exec(fields)?.[1];
      return path
        ? [
            {
              path,
              line: at ? Number(at) : null,
              what: what.replaceAll(/%0A.*/g, ''),
              do: `node_modules/.bin/biome check --write ${path}`,
            },
          ]
        : [];
    });
    if (said.exit === 0) return [];
    return located.length > 0
      ? located
      : [{ path: 'biome.json', line: null, what: `biome ended with ${said.exit}`, do: 'run node_modules/.bin/biome check .' }];
  },
};
