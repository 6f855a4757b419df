import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsIn } from '../house/files.ts';
import type { Rule } from '../house/rule.ts';

export const twins: Rule = {
  name: 'twins',
  why: 'what is copied into each lesson drifts in each lesson',
  async check(root) {
    const first = new Map<string, string>();
    return pathsIn(root, (path) => path.startsWith('lessons/')).flatMap((path) => {
      const bytes = readFileSync(join(root, path));
      if (bytes.length === 0) return [];
      const digest = createHash('sha256').update(bytes).digest('hex');
      const twin = first.get(digest);
      if (twin === undefined) first.set(digest, path);
      return twin === undefined
        ? []
        : [{ path, line: null, what: `is byte for byte ${twin}`, do: 'one of them is enough; what both need belongs in the kit' }];
    });
  },
};
