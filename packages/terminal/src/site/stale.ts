import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What the site is made of, from the root; a folder counts with all that is in it. */
const sources = [
  'site',
  'lessons',
  'notes',
  'packages/spec/src',
  'packages/catalog/src',
  'packages/progress/src',
  'packages/replay/src',
  'pnpm-lock.yaml',
  'package.json',
  'packages/cluster/kafka/pom.xml',
];
const notSources = new Set(['node_modules', 'build', 'build.next', 'build.before', '.docusaurus', 'test', 'work']);

/** Whether the built site is older than something it is made of, or was never built. */
export async function isStale(root: string): Promise<boolean> {
  const built = await stat(join(root, 'site', 'build', '404.html')).catch(() => null);
  if (built === null) return true;
  const newest = await Promise.all(sources.map((source) => newestIn(join(root, source))));
  return Math.max(...newest) > built.mtimeMs;
}

/** When the newest file under a path was changed, ms; a folder counts too, because a file may have gone from it. */
async function newestIn(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const inside = (await readdir(path)).filter((name) => !notSources.has(name));
  const newest = await Promise.all(inside.map((name) => newestIn(join(path, name))));
  return Math.max(0, ...newest);
}
