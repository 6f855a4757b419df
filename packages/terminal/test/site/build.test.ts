import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { upToDate } from '../../src/site/build.ts';

let root: string;
let site: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'proving-build-'));
  site = join(root, 'site');
  await mkdir(join(site, 'node_modules', '@docusaurus', 'core', 'bin'), { recursive: true });
  await writeFile(join(site, 'package.json'), '{}');
  await writeFile(join(site, 'node_modules', '@docusaurus', 'core', 'package.json'), '{}');
  await builder('');
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** A builder that writes its pages where it is told to, counts its runs, and does something in the middle. */
const builder = (inTheMiddle: string) =>
  writeFile(
    join(site, 'node_modules', '@docusaurus', 'core', 'bin', 'docusaurus.mjs'),
    `import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
     const to = process.argv[4];
     mkdirSync(to, { recursive: true });
     appendFileSync('node_modules/runs', 'x');
     writeFileSync(to + '/404.html', 'none');
     ${inTheMiddle}
     writeFileSync(to + '/index.html', 'home');`,
  );
const runs = () => readFile(join(site, 'node_modules', 'runs'), 'utf8').catch(() => '');
const build = (signal = new AbortController().signal) => upToDate(root, signal, () => undefined);
const pages = async () => (await readdir(join(site, 'build'))).toSorted();
const touch = (seconds: number) => {
  const at = new Date(Date.now() + seconds * 1000);
  return utimes(join(site, 'package.json'), at, at);
};

it('is built once by two commands at once, and not again while nothing changes', async () => {
  await touch(-60);
  await Promise.all([build(), build()]);
  await build();
  expect([await runs(), await pages()]).toEqual(['x', ['404.html', 'index.html']]);
  expect((await readdir(site)).toSorted()).toEqual(['build', 'node_modules', 'package.json']);
});

it('stays as it was when a build fails or is killed, and the next command builds it whole', async () => {
  await touch(-60);
  await build();
  await touch(60);
  await builder("console.error('Error: lesson 07 has no claim of that name'); process.exit(1);");
  await expect(build()).rejects.toMatchObject({ code: 'site-broken', saw: expect.stringContaining('no claim of that name') });
  expect([await pages(), existsSync(join(site, 'build.next'))]).toEqual([['404.html', 'index.html'], false]);
  await builder("process.kill(process.pid, 'SIGKILL'); await new Promise(() => {});");
  await expect(build()).rejects.toMatchObject({ code: 'site-broken' });
  expect(await pages()).toEqual(['404.html', 'index.html']);
  await rm(join(site, 'build'), { recursive: true });
  await mkdir(join(site, 'build.next'));
  await writeFile(join(site, 'build.next', '404.html'), 'half');
  await builder('');
  await build();
  expect(await pages()).toEqual(['404.html', 'index.html']);
});

it('is not up to date when a source was changed while it was built', async () => {
  await touch(-60);
  await builder("const now = new Date(); (await import('node:fs')).utimesSync('package.json', now, now);");
  await build();
  expect(await runs()).toBe('x');
  await build();
  expect(await runs()).toBe('xx');
});
