import { merge, type Reading, readLog } from '@proving/progress/browser';
import { useEffect, useState } from 'react';
import { readOwnLog } from '../store/own-log.ts';

export interface Log extends Reading {
  /** Whether the log of this machine was read, or only what this browser has kept. */
  readonly from: 'machine' | 'browser';
}

/** How often the machine's log is asked for, ms: a tick appears within a second of what happened in the terminal. */
const every = 900;

/** The learner's log: the machine's, when `pnpm site` serves this page, and this browser's own. Null until it is read. */
export function useLog(): { readonly log: Log | null; reread(): void } {
  const [log, setLog] = useState<Log | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` has no value of interest; it asks once more
  useEffect(() => {
    const watch = new AbortController();
    let tag = '';
    let before: Reading | null = null;
    const read = async () => {
      const said = await fetch('/progress', { signal: watch.signal, headers: tag ? { 'If-None-Match': tag } : {} }).catch(
        () => null,
      );
      if (watch.signal.aborted) return;
      if (said?.status === 304) return;
      const isLog = said?.ok === true && said.headers.get('content-type') === 'application/jsonl';
      tag = (isLog && said.headers.get('etag')) || '';
      before = isLog ? readLog(await said.text()) : null;
      const own = readOwnLog();
      if (before === null) setLog({ ...own, from: 'browser' });
      else setLog({ ...before, entries: merge(before.entries, own.entries), from: 'machine' });
      // A page that nobody's `pnpm site` serves has nothing to ask for again.
      if (before === null) clearInterval(timer);
    };
    const timer = setInterval(read, every);
    void read();
    return () => {
      watch.abort();
      clearInterval(timer);
    };
  }, [asked]);
  return { log, reread: () => setAsked((n) => n + 1) };
}
