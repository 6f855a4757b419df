import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const docusaurus = join(createRequire(import.meta.url).resolve('@docusaurus/core/package.json'), '..', 'bin', 'docusaurus.mjs');
const made = new Set(['build', '.docusaurus', 'node_modules', 'work']);

/** The site, its lessons and notes in a folder of their own, to be broken. */
export interface CopiedSite extends Disposable {
  /** Its root. */
  readonly folder: string;
  /** @param file from its root: `notes/page.md` */
  write(file: string, text: string): void;
  read(file: string): string;
  /** Builds it. */
  build(): Promise<{ readonly code: number; readonly said: string }>;
  /** Serves it on 127.0.0.1 as it is, and as it will be with every edit. The process is the caller's to end. */
  develop(port: number): ChildProcess;
}

export function copiedSite(): CopiedSite {
  const copy = mkdtempSync(join(tmpdir(), 'proving-copied-site-'));
  const take = (path: string) =>
    cpSync(join(root, path), join(copy, path), {
      recursive: true,
      filter: (from) => !made.has(from.slice(from.lastIndexOf('/') + 1)),
    });
  const lessons = readdirSync(join(root, 'lessons')).map((lesson) => join('lessons', lesson));
  for (const path of ['site', 'notes', ...lessons]) take(path);
  // What pages link to beside these is not changed.
  const taken = new Set(['site', 'notes', 'lessons', '.git']);
  for (const path of readdirSync(root)) if (!taken.has(path)) symlinkSync(join(root, path), join(copy, path));
  // What the bundler keeps for the next build stays apart.
  for (const path of ['site', ...lessons]) {
    mkdirSync(join(copy, path, 'node_modules'));
    for (const name of readdirSync(join(root, path, 'node_modules')))
      if (!name.startsWith('.')) symlinkSync(join(root, path, 'node_modules', name), join(copy, path, 'node_modules', name));
  }
  // As for somebody who calls it by hand: where NODE_ENV says test, each edit of a page costs twice as much.
  const { NODE_ENV: _, ...own } = process.env;
  const env = { ...own, NO_UPDATE_NOTIFIER: '1', NO_COLOR: '1', BROWSERSLIST_IGNORE_OLD_DATA: '1' };
  const write = (file: string, text: string) => writeFileSync(join(copy, file), text);
  return {
    folder: copy,
    write,
    read: (file) => readFileSync(join(copy, file), 'utf8'),
    build: () =>
      new Promise((resolve) => {
        execFile(
          process.execPath,
          [docusaurus, 'build'],
          { cwd: join(copy, 'site'), env, maxBuffer: 50_000_000 },
          (failure, out, err) => resolve({ code: failure ? Number(failure.code ?? 1) : 0, said: `${out}${err}` }),
        );
      }),
    develop: (port) =>
      spawn(process.execPath, [docusaurus, 'start', '--no-open', '--host', '127.0.0.1', '--port', `${port}`], {
        cwd: join(copy, 'site'),
        env,
        stdio: 'ignore',
      }),
    [Symbol.dispose]: () => rmSync(copy, { recursive: true, force: true }),
  };
}
