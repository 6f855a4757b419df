import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Plain } from '@proving/spec';
import { upToDate } from '../../site/build.ts';
import { serve } from '../../site/serve.ts';
import type { Call } from '../call.ts';
import { progressOf } from '../course.ts';

/** Builds the site when something it is made of has changed, and serves it on loopback until it is told to stop. */
export async function run(call: Call): Promise<number> {
  const { root, out, flags, paper, signal } = call;
  if (!existsSync(join(root, 'site', 'package.json')))
    throw new Plain('no-site', 'This checkout has no site.', {
      saw: `nothing under ${join(root, 'site')}`,
      fix: 'git checkout -- site',
    });
  let built = false;
  await upToDate(root, signal, () => {
    built = true;
    out.passing('  building the site, half a minute the first time …');
  });
  if (built) out.clear();
  await using site = await serve({ folder: join(root, 'site', 'build'), log: progressOf(call).file, port: flags.port ?? 4173 });
  out.json('site', { address: site.address });
  out.line(`  ${paper.glyphs.next} ${site.address}`);
  out.line('  Lessons, claims, cards and your progress, on this machine alone. Ctrl-C ends it.');
  await new Promise<void>((stopped) => signal.addEventListener('abort', () => stopped(), { once: true }));
  return 0;
}
