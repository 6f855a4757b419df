import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Rule } from '../house/rule.ts';
import { tool } from '../house/tool.ts';

export const types: Rule = {
  name: 'types',
  why: 'nothing is compiled here, so nothing else would notice',
  async check(root) {
    const browser = existsSync(join(root, 'site', 'tsconfig.json')) ? ['site'] : [];
    return (await Promise.all(['.', ...browser].map((project) => ofProject(root, project)))).flat();
  },
};

async function ofProject(root: string, project: string): Promise<readonly Finding[]> {
  const said = await tool(root, 'tsc', ['-p', project, '--pretty', 'false']);
  const located = said.out.split('\n').flatMap((line) => {
    const [, path, at, what] = /^(.+?)\((\d+),\d+\): error (.+)$/.exec(line) ?? [];
    return path && at && what ? [{ path, line: Number(at), what, do: 'make the types agree' }] : [];
  });
  if (said.exit === 0 || located.length > 0) return located;
  const what = said.out.trim().split('\n')[0] ?? `tsc ended with ${said.exit}`;
  return [{ path: join(project, 'tsconfig.json'), line: null, what, do: `run node_modules/.bin/tsc -p ${project}` }];
}
