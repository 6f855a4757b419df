import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pathsIn } from '../house/files.ts';
import type { Rule } from '../house/rule.ts';

const most = 200 * 1024;

export const traces: Rule = {
  name: 'traces',
  why: 'traces are committed and replayed in the browser; a big one is a slow page and a heavy clone',
  async check(root) {
    return pathsIn(root, (path) => /^lessons\/[^/]+\/traces\//.test(path)).flatMap((path) => {
      const { size } = statSync(join(root, path));
      if (size <= most) return [];
      return [
        {
          path,
          line: null,
          what: `has ${Math.ceil(size / 1024)} KB, of 200`,
          do: 'fewer records or fewer snapshots show the same',
        },
      ];
    });
  },
};
