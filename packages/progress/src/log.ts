import { randomBytes } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fact, ProgressEntry } from '@proving/spec';
import { chainOf } from './chain.ts';
import { readEntry, type Stamped } from './entry.ts';
import { appendText, makeOnce, tailOf } from './file.ts';
import { idAfter } from './id.ts';
import { underLock } from './lock.ts';
import { type Reading, readLog } from './reading.ts';
import { refused } from './refused.ts';

/** A learner's progress log: one file to which every command of the course appends. */
export interface Progress {
  /** The log's path. */
  readonly file: string;
  /**
   * Writes a fact and resolves when it is on the disk. Facts appended together are written together, in their order.
   * @throws {Plain} `progress-disk-full`, `progress-unwritable`, `progress-busy`; then the log is as it was
   */
  append(fact: Fact): Promise<ProgressEntry>;
  read(): Promise<Reading>;
  /** Adds entries of another log as they are, those that are missing; resolves to how many these were. */
  receive(entries: readonly Stamped[]): Promise<number>;
}

interface Waiting {
  readonly fact: Fact;
  resolve(entry: ProgressEntry): void;
  reject(failure: unknown): void;
}

/**
 * The log under `home`; nothing is made on the disk before the first fact.
 * @param course the course's version, stamped on every entry
 */
export function openProgress({ home, course }: { readonly home: string; readonly course: string }): Progress {
  const folder = join(home, 'progress');
  const file = join(folder, 'log.jsonl');
  const locked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      mkdirSync(folder, { recursive: true });
      return await underLock(join(folder, 'lock'), work);
    } catch (failure) {
      throw refused(failure, file);
    }
  };

  let waiting: Waiting[] = [];
  let writing = false;
  const writeAll = async () => {
    writing = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const entries = await locked(() => write(batch.map(({ fact }) => fact)));
        for (const [i, each] of batch.entries()) each.resolve(entries[i] as ProgressEntry);
      } catch (failure) {
        for (const each of batch) each.reject(failure);
      }
    }
    writing = false;
  };
  const write = async (facts: readonly Fact[]) => {
    const device = makeOnce(join(folder, 'device'), newDevice);
    const tail = tailOf(file, device);
    const entries = stamped(facts, { device, course, ...tail });
    await appendText(file, (tail.torn ? '\n' : '') + entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    return entries;
  };

  return {
    file,
    append: (fact) =>
      new Promise((resolve, reject) => {
        waiting.push({ fact: asWritten(fact), resolve, reject });
        if (!writing) void writeAll();
      }),
    async read() {
      const once = await readOnce(file);
      if (!once.notices.some(({ kind }) => kind === 'torn')) return once;
      // It may be a line that another process is writing at this moment.
      return locked(async () => readLog(await textOf(file))).catch(() => once);
    },
    receive: (entries) =>
      locked(async () => {
        const text = await textOf(file);
        const { entries: own, newer } = readLog(text);
        const known = new Set([...own, ...newer].map(({ id }) => id));
        const missing = entries.filter(({ id }) => !known.has(id) && known.add(id));
        const torn = text !== '' && !text.endsWith('\n');
        if (missing.length === 0) return 0;
        await appendText(file, (torn ? '\n' : '') + missing.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
        const device = makeOnce(join(folder, 'device'), newDevice);
        // Two chains under one name: the folder was copied, or cut and restored. From here on this one has a name of its own.
        if (missing.some((entry) => entry.device === device)) await rm(join(folder, 'device'));
        return missing.length;
      }),
  };
}

let last: { readonly file: string; readonly stamp: string; readonly reading: Promise<Reading> } | null = null;

/** A command reads its log in several places; a file that has not changed is read and parsed once. */
async function readOnce(file: string): Promise<Reading> {
  const at = statSync(file, { throwIfNoEntry: false, bigint: true });
  const stamp = at ? `${at.ino} ${at.size} ${at.mtimeNs}` : 'none';
  if (last?.file === file && last.stamp === stamp) return last.reading;
  const reading = textOf(file).then(readLog);
  last = { file, stamp, reading };
  return reading;
}

function stamped(
  facts: readonly Fact[],
  {
    device,
    course,
    id,
    chain,
  }: { readonly device: string; readonly course: string; readonly id: string | null; readonly chain: string },
): readonly ProgressEntry[] {
  let [lastId, lastChain] = [id, chain];
  return facts.map((fact) => {
    const now = Date.now();
    const own = { id: idAfter(lastId, now), at: new Date(now).toISOString(), device, course, ...fact };
    const entry = { ...own, chain: chainOf(own, lastChain) };
    [lastId, lastChain] = [entry.id, entry.chain];
    return entry;
  });
}

/** The fact as it will be read back; a fact that could not be is our own mistake and never reaches the file. */
function asWritten(fact: Fact): Fact {
  const written = JSON.parse(JSON.stringify(fact)) as Fact;
  const read = readEntry({ id: '00000000', at: '', device: '', course: '', chain: '', ...written });
  if (read.is !== 'entry') throw new TypeError(`this fact could not be read back: ${JSON.stringify(fact)}`);
  return written;
}

const newDevice = () => randomBytes(8).toString('hex');

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw refused(failure, file);
  }
}
