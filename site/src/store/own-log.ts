import { canonical, idAfter, type Reading, readLog } from '@proving/progress/browser';
import type { Fact, ProgressEntry } from '@proving/spec';

/** The log that this browser keeps: the same lines as the file of the terminal, under one key of the page's own store. */
const key = 'proving.log';
const deviceKey = 'proving.device';

/** What this browser has kept; empty where a browser keeps nothing for pages. */
export function readOwnLog(): Reading {
  return readLog(textOfOwnLog());
}

/** The log as text, one entry a line: what an export holds. */
export function textOfOwnLog(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Puts these entries in place of what is there. Throws what the browser says when there is no room. */
export function writeOwnLog(entries: readonly object[]): void {
  localStorage.setItem(key, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
}

let last = Promise.resolve();

/** Appends a fact, chained to the one before as the terminal does it; one after the other, whoever asks. */
export function append(fact: Fact, course: string): Promise<void> {
  last = last.then(async () => {
    const entries = readOwnLog().entries;
    const device = ownDevice();
    const before = entries.findLast((entry) => entry.device === device);
    const now = Date.now();
    const id = idAfter(entries.at(-1)?.id ?? null, now);
    const own = { id, at: new Date(now).toISOString(), device, course, ...fact };
    const chain = await sha256(`${before?.chain ?? ''}\n${canonical(own)}`);
    writeOwnLog([...entries, { ...own, chain } as ProgressEntry]);
  });
  return last;
}

function ownDevice(): string {
  const known = localStorage.getItem(deviceKey);
  if (known !== null) return known;
  const made = `browser-${idAfter(null, Date.now()).slice(-8).toLowerCase()}`;
  localStorage.setItem(deviceKey, made);
  return made;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
