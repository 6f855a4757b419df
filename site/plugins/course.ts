import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LessonFolder, LoadedLesson } from '@proving/catalog';
import type { LedgerLine } from '@proving/spec';
import { filesBelow, type Kept, kept, stampOf } from './kept.ts';

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
  const { findLessons } = await catalog();
  const found = (await findLessons(root)).find((each) => each.folder === folder);
  if (!found) throw new Error(`lessons/${folder} is no lesson`);
  return lessonIn(found);
}

/** All lessons, in their order. */
export async function allLessons(): Promise<readonly LoadedLesson[]> {
  const { findLessons } = await catalog();
  return Promise.all((await findLessons(root)).map(lessonIn));
}

// A page, its front matter, the notes and a dozen lists ask for the same lessons. A fence may quote the table of schema changes.
const lessons = new Map<string, Kept<Promise<LoadedLesson>>>();
function lessonIn(folder: LessonFolder): Promise<LoadedLesson> {
  const { dir } = folder;
  const stamp = () => stampOf([...filesBelow(dir), compatibilityFile]);
  const lesson = lessons.get(dir) ?? kept(stamp, async () => (await catalog()).loadLesson(folder, { cache: null }));
  lessons.set(dir, lesson);
  return lesson.get();
}

export const compatibilityFile = join(root, 'notes', 'compatibility.jsonl');
export const ledgerFile = join(root, 'notes', 'ledger.jsonl');

const lines = kept(
  () => stampOf([ledgerFile]),
  async () => (await spec()).parseLedger(await readFile(ledgerFile, 'utf8'), 'notes/ledger.jsonl'),
);

/** Every line of the ledger, oldest first. */
export const ledger = (): Promise<readonly LedgerLine[]> => lines.get();

/** The version of Kafka that the course is pinned to. */
export async function kafkaVersion(): Promise<string> {
  const pom = await readFile(join(root, 'packages', 'cluster', 'kafka', 'pom.xml'), 'utf8');
  const version = /<kafka\.version>([^<]+)</.exec(pom)?.[1];
  if (version === undefined) throw new Error('packages/cluster/kafka/pom.xml names no kafka.version');
  return version;
}
