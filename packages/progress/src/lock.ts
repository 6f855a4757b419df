import { type Duration, ms, Plain } from '@proving/spec/plain';

/**
 * Does `work` while no other process, and nobody else in this one, works under the same file.
 *
 * The lock is SQLite's exclusive lock on an empty database. The operating system holds it for the process, so it ends with the
 * process, however that ends: there is nothing stale to find out about and to break, which is where lock files with a pid in
 * them lose writes. Nothing is ever stored in the database.
 * @param refused what to say when it is not free in time
 * @throws {Plain} what `refused` says; `progress-busy` without it
 */
export async function underLock<T>(
  file: string,
  work: () => Promise<T>,
  giveUpAfter: Duration = '10s',
  refused: (waited: Duration) => Plain = busy,
): Promise<T> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(file, { timeout: patience });
  try {
    const deadline = performance.now() + ms(giveUpAfter);
    while (!begin(database)) {
      if (performance.now() > deadline) throw refused(giveUpAfter);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return await work();
  } finally {
    database.close();
  }
}

function begin(database: { exec(sql: string): void }): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (failure) {
    if ((failure as { errcode?: number }).errcode === sqliteBusy) return false;
    throw failure;
  }
}

const sqliteBusy = 5;
/** How long SQLite asks again by itself, in ms; in between, this process does its other work. */
const patience = 25;

const busy = (waited: Duration) =>
  new Plain('progress-busy', 'The progress log is held by another command.', {
    saw: `it was not free within ${waited}`,
    fix: 'end or continue the other command of this course, then repeat this one',
  });
