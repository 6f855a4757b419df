import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Plain } from '@proving/spec';

/**
 * Builds the site into `site/build`. Docusaurus would look for a newer version of itself; it is told not to.
 * @throws {Plain} `site-broken` with the end of what the build said
 */
export async function build(root: string, signal: AbortSignal): Promise<void> {
  const site = join(root, 'site');
  const docusaurus = join(
    createRequire(join(site, 'package.json')).resolve('@docusaurus/core/package.json'),
    '..',
    'bin',
    'docusaurus.mjs',
  );
  const env = { ...process.env, NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1', FORCE_COLOR: '0', BROWSERSLIST_IGNORE_OLD_DATA: '1' };
  const child = spawn(process.execPath, [docusaurus, 'build'], {
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
  if (code === 0) return;
  // What is half built must not be taken for the site the next time.
  await rm(join(site, 'build'), { recursive: true, force: true });
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
