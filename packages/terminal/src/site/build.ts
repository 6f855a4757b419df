import { spawn } from 'node:child_process';
import { mkdir, rename, rm, utimes } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { underLock } from '@proving/progress';
import { Plain } from '@proving/spec';
import { isStale } from './stale.ts';

/**
 * Sees to it that `site/build` is the site as its sources are now. Two commands at once build it once; the second one waits.
 * @param begins called when there is something to build
 * @throws {Plain} `site-broken` with the end of what the build said
 */
export async function upToDate(root: string, signal: AbortSignal, begins: () => void): Promise<void> {
  if (!(await isStale(root))) return;
  begins();
  const folder = join(root, 'node_modules', '.cache', 'proving');
  await mkdir(folder, { recursive: true });
  const work = async () => {
    if (await isStale(root)) await build(root, signal);
  };
  await underLock(join(folder, 'site.lock'), work, '5min');
}

/**
 * Builds beside `site/build` and changes places at the end: whoever is killed before leaves the site as it was, and a site that is
 * there is whole. Docusaurus would look for a newer version of itself; it is told not to.
 */
async function build(root: string, signal: AbortSignal): Promise<void> {
  const site = join(root, 'site');
  const [built, next, before] = [join(site, 'build'), join(site, 'build.next'), join(site, 'build.before')];
  const began = new Date();
  const docusaurus = join(
    createRequire(join(site, 'package.json')).resolve('@docusaurus/core/package.json'),
    '..',
    'bin',
    'docusaurus.mjs',
  );
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1', FORCE_COLOR: '0', BROWSERSLIST_IGNORE_OLD_DATA: '1' };
  const child = spawn(process.execPath, [docusaurus, 'build', '--out-dir', next], {
    cwd: site,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  if (code === 0) {
    // What was changed while it was built is not in it.
    await utimes(join(next, '404.html'), began, began);
    await rm(before, { recursive: true, force: true });
    await rename(built, before).catch(() => undefined);
    await rename(next, built);
    return rm(before, { recursive: true, force: true });
  }
  await rm(next, { recursive: true, force: true });
  throw new Plain('site-broken', 'The site could not be built.', {
    saw: tellingIn(said.join('')),
    fix: 'mend what is named there, then pnpm site',
  });
}

/** The lines of a failed build that say why: those of its error, without where in Docusaurus it was noticed. */
function tellingIn(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/^\s*│?\s*at /.test(line) && !/stack trace/.test(line));
  const from = Math.max(
    0,
    lines.findIndex((line) => /error/i.test(line)),
  );
  return lines.slice(from, from + 12).join('\n');
}
