import { chainOf, idAfter, merge, type Reading, readLog, type Stamped } from '@proving/progress/browser';
import type { Fact } from '@proving/spec';

/** The log that this browser keeps: the same lines as the file of the terminal, under one key of the page's own store. */
const key = 'proving.log';
const deviceKey = 'proving.device';

/** What this browser has kept, in order; empty where a browser keeps nothing for pages. */
export function readOwnLog(): Reading {
  const { entries, newer, notices } = readLog(textOfOwnLog());
  return { entries: merge(entries, []), newer: merge(newer, []), notices };
}

/** Tells when another page of this browser has written to the log. @returns what ends it */
export function whenWrittenElsewhere(tell: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key === key || event.key === null) tell();
  };
  addEventListener('storage', heard);
  return () => removeEventListener('storage', heard);
}

/**
 * Appends a fact, chained to the one before as the terminal does it.
 * @throws what the browser says when there is no room, or when it keeps nothing
 */
export function append(fact: Fact, course: string): void {
  const all = allKept();
  const device = ownDevice();
  const before = all.findLast((entry) => entry.device === device)?.chain ?? '';
  const now = Date.now();
  const own = { id: idAfter(all.at(-1)?.id ?? null, now), at: new Date(now).toISOString(), device, course, ...fact };
  add([{ ...own, chain: chainOf(own, before) }]);
}

/**
 * Adds what these have and the own log has not; nothing is replaced.
 * @returns how many were new
 * @throws what the browser says when there is no room
 */
export function receive(entries: readonly Stamped[]): number {
  const known = new Set(allKept().map(({ id }) => id));
  const missing = entries.filter(({ id }) => !known.has(id) && known.add(id));
  if (missing.length > 0) add(missing);
  // Two chains under one name: the log was taken away and given back. From here on this browser has a new name.
  if (missing.some(({ device }) => device === localStorage.getItem(deviceKey))) localStorage.removeItem(deviceKey);
  return missing.length;
}

function allKept(): readonly Stamped[] {
  const { entries, newer } = readOwnLog();
  return merge<Stamped>(entries, newer);
}

/** Lines are added and none is written anew: one that cannot be read stays, for a version that can. */
function add(entries: readonly Stamped[]): void {
  const text = textOfOwnLog();
  const torn = text !== '' && !text.endsWith('\n');
  localStorage.setItem(key, text + (torn ? '\n' : '') + entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
}

function textOfOwnLog(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function ownDevice(): string {
  const known = localStorage.getItem(deviceKey);
  if (known !== null) return known;
  const made = `browser-${idAfter(null, Date.now()).slice(-8).toLowerCase()}`;
  localStorage.setItem(deviceKey, made);
  return made;
}
