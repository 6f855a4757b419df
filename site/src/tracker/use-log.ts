import { merge, type Reading, readLog } from '@proving/progress/browser';
import { useEffect, useState } from 'react';
import { readOwnLog, whenWrittenElsewhere } from '../store/own-log.ts';

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
    let machine: Reading | null = null;
    let busy = false;
    const show = () => setLog(together(machine, readOwnLog()));
    const read = async () => {
      const said = await ask(tag, watch.signal);
      // A site that does not answer any more may be starting anew: what it said last stands.
      if (watch.signal.aborted || said === 'unchanged' || (said === null && machine !== null)) return;
      tag = said?.tag ?? '';
      machine = said && readLog(said.text);
      show();
      // A page that nobody's `pnpm site` serves has nothing to ask for again.
      if (machine === null) clearInterval(timer);
    };
    const next = () => {
      if (busy) return;
      busy = true;
      void read().finally(() => {
        busy = false;
      });
    };
    const timer = setInterval(next, every);
    next();
    const unhear = whenWrittenElsewhere(show);
    return () => {
      watch.abort();
      clearInterval(timer);
      unhear();
    };
  }, [asked]);
  return { log, reread: () => setAsked((n) => n + 1) };
}

function together(machine: Reading | null, own: Reading): Log {
  if (machine === null) return { ...own, from: 'browser' };
  return {
    entries: merge(machine.entries, own.entries),
    newer: merge(machine.newer, own.newer),
    notices: [...machine.notices, ...own.notices],
    from: 'machine',
  };
}

/** The log of this machine; null where there is none to be had. */
async function ask(
  tag: string,
  signal: AbortSignal,
): Promise<{ readonly text: string; readonly tag: string } | 'unchanged' | null> {
  try {
    const said = await fetch('/progress', { signal, headers: tag ? { 'If-None-Match': tag } : {} });
    if (said.status === 304) return 'unchanged';
    const isLog = said.ok && said.headers.get('content-type') === 'application/jsonl';
    return isLog ? { text: await said.text(), tag: said.headers.get('etag') ?? '' } : null;
  } catch {
    return null;
  }
}
