import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

export interface SaveOptions {
  /** A change and no further one for this long is a save. */
  readonly quietMs?: number;
  /** How often the file is looked at, for file systems that do not tell. */
  readonly everyMs?: number;
  /** Who tells about changes in a folder; null where nobody does. Default: the operating system. */
  readonly listen?: (folder: string, heard: (name: string | null) => void) => { close(): void } | null;
}

export interface Saves extends Disposable {
  /** Resolves when the file has been looked at for the first time: from then on a change is a save. */
  readonly ready: Promise<void>;
}

/**
 * Calls `saved` after each save of a file. Editors write in several steps or put a new file in place of the old one, so the
 * folder is watched. Where a change was seen and no event came, the file is looked at from then on, and `polling` is called once.
 */
export function onSave(
  file: string,
  saved: () => void,
  polling: () => void,
  { quietMs = 150, everyMs = 2_000, listen = watchFolder }: SaveOptions = {},
): Saves {
  let seen: string | null = null;
  let quiet: NodeJS.Timeout | null = null;
  let told = false;
  let heard = 0;
  const changed = () => {
    if (quiet) clearTimeout(quiet);
    quiet = setTimeout(() => void look(true), quietMs);
  };
  const look = async (byEvent: boolean) => {
    const found = await stat(file).catch(() => null);
    if (!found) return;
    // Two changes may have the same time: clocks of file systems tick every few milliseconds, and a copy may keep the old one's.
    const now = [found.mtimeMs, found.size, found.ino].join(' ');
    if (now === seen) return;
    const first = seen === null;
    seen = now;
    if (first) return;
    if (!byEvent && performance.now() - heard > everyMs && !told) {
      told = true;
      polling();
    }
    saved();
  };
  const ready = look(false);
  const watcher = listen(dirname(file), (name) => {
    if (name !== null && name !== basename(file)) return;
    heard = performance.now();
    changed();
  });
  const timer = setInterval(() => void look(false), everyMs);
  return {
    ready,
    [Symbol.dispose]() {
      watcher?.close();
      clearInterval(timer);
      if (quiet) clearTimeout(quiet);
    },
  };
}

/** Null where the system has no watcher left to give; the file is looked at all the same. */
function watchFolder(folder: string, heard: (name: string | null) => void) {
  try {
    const watcher = watch(folder, (_, name) => heard(name));
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
