import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lesson } from '@proving/spec';
import { declared } from '../house/declared.ts';
import { pathsIn } from '../house/files.ts';
import type { Finding, Rule } from '../house/rule.ts';

/** The other half of what the catalog checks: it looks that a citation has a claim, this that a claim has its citation. */
export const claims: Rule = {
  name: 'claims',
  why: 'a claim that is proved and never cited is work that no learner sees',
  async check(root) {
    const manifests = pathsIn(root, (path) => /^lessons\/[^/]+\/lesson\.ts$/.test(path));
    return (await Promise.all(manifests.map((path) => uncited(root, path)))).flat();
  },
};

async function uncited(root: string, path: string): Promise<Finding[]> {
  const theory = join(root, path, '..', 'theory.md');
  const manifest = await declared<Lesson>(join(root, path));
  if (!manifest || !existsSync(theory)) return []; // the catalog says so already
  const cited = new Set([...readFileSync(theory, 'utf8').matchAll(/\[\[([^\]]+)\]\]/g)].map(([, id]) => id));
  return Object.keys(manifest.claims ?? {})
    .filter((id) => !cited.has(id))
    .map((id) => ({
      path: path.replace('lesson.ts', 'theory.md'),
      line: null,
      what: `does not cite the claim "${id}"`,
      do: `put [[${id}]] behind the sentence that states it`,
    }));
}
