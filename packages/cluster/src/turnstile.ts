import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, type ProcessId, self } from './processes.ts';
import { between } from './wait.ts';

export type Mode = 'shared' | 'exclusive';

/** Who stands at a turnstile: a process, and what it is doing in words a learner knows. */
export interface Holder extends ProcessId {
  readonly mode: Mode;
  readonly what: string;
}

/**
 * A queue of processes, kept as one file each in a folder. The lowest living ticket is first: `exclusive` passes when nobody
 * stands before it, `shared` when nobody exclusive does. First come, first served, so nobody starves; the ticket of a dead
 * process counts for nothing, so nothing is ever stuck.
 */
export async function pass(
  folder: string,
  mode: Mode,
  what: string,
  wait: { readonly signal?: AbortSignal | undefined; readonly waiting?: (holders: readonly Holder[]) => void } = {},
): Promise<Disposable> {
  mkdirSync(folder, { recursive: true });
  const ticket = draw(folder, { ...self, mode, what });
  const leave = () => rmSync(join(folder, ticket), { force: true });
  try {
    for (;;) {
      const before = queue(folder).filter(({ name }) => name < ticket);
      const inTheWay = mode === 'exclusive' ? before : before.filter(({ holder }) => holder.mode === 'exclusive');
      if (inTheWay.length === 0) return { [Symbol.dispose]: leave };
      wait.waiting?.(inTheWay.map(({ holder }) => holder));
      await between('20ms', wait.signal);
    }
  } catch (failure) {
    leave();
    throw failure;
  }
}

/** Everybody alive at a turnstile, first come first; also those who wait. */
export const holders = (folder: string): readonly Holder[] => queue(folder).map(({ holder }) => holder);

/**
 * Takes the place behind everybody. A number read a moment ago may have been passed by now; who finds somebody behind its
 * fresh ticket gives it back, since that one may have gone through already.
 */
function draw(folder: string, holder: Holder): string {
  for (;;) {
    const last = queue(folder).at(-1)?.name ?? '';
    const number = (Number.parseInt(last, 10) || 0) + 1;
    const ticket = `${String(number).padStart(9, '0')}.${self.pid}.${randomBytes(4).toString('hex')}`;
    const draft = join(folder, `.${ticket}`);
    writeFileSync(draft, JSON.stringify(holder));
    renameSync(draft, join(folder, ticket));
    if (queue(folder).every(({ name }) => name <= ticket)) return ticket;
    rmSync(join(folder, ticket), { force: true });
  }
}

function queue(folder: string): readonly { readonly name: string; readonly holder: Holder }[] {
  return names(folder).flatMap((name) => {
    const holder = read(join(folder, name));
    if (holder !== null && isAlive(holder)) return [{ name, holder }];
    rmSync(join(folder, name), { force: true });
    return [];
  });
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d{9,}\./.test(name))
      .toSorted();
  } catch {
    return [];
  }
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}
