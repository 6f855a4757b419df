import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoadedLesson } from '@proving/catalog';
import type { LedgerLine } from '@proving/spec';

/** The checkout. */
export const root = join(__dirname, '..', '..');

export const native = createRequire(__filename)('./native-import.cjs') as <T>(url: string) => Promise<T>;
const packages = (name: string) => pathToFileURL(join(root, 'packages', name, 'src', 'index.ts')).href;

/** The packages of the house as Node loads them; see `native-import.cjs`. */
export const catalog = () => native<typeof import('@proving/catalog')>(packages('catalog'));
export const spec = () => native<typeof import('@proving/spec')>(packages('spec'));
export const replay = () => native<typeof import('@proving/replay')>(packages('replay'));

/**
 * A lesson by its folder's name, with everything that its pages show.
 * @throws {Plain} the first thing that is broken in it, with file and line; it stops the build
 */
export async function lessonNamed(folder: string): Promise<LoadedLesson> {
  const { findLessons, loadLesson } = await catalog();
  const found = (await findLessons(root)).find((each) => each.folder === folder);
  if (!found) throw new Error(`lessons/${folder} is no lesson`);
  return loadLesson(found, { cache: null });
}

/** All lessons, in their order. */
export async function allLessons(): Promise<readonly LoadedLesson[]> {
  const { findLessons, loadLesson } = await catalog();
  return Promise.all((await findLessons(root)).map((folder) => loadLesson(folder, { cache: null })));
}

export const ledgerFile = join(root, 'notes', 'ledger.jsonl');

/** Every line of the ledger, oldest first. */
export async function ledger(): Promise<readonly LedgerLine[]> {
  const { parseLedger } = await spec();
  return parseLedger(await readFile(ledgerFile, 'utf8'), 'notes/ledger.jsonl');
}

/** The version of Kafka that the course is pinned to. */
export async function kafkaVersion(): Promise<string> {
  const pom = await readFile(join(root, 'packages', 'cluster', 'kafka', 'pom.xml'), 'utf8');
  const version = /<kafka\.version>([^<]+)</.exec(pom)?.[1];
  if (version === undefined) throw new Error('packages/cluster/kafka/pom.xml names no kafka.version');
  return version;
}
