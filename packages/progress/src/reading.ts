import type { ProgressEntry } from '@proving/spec';
import { readLine, type Stamped } from './entry.ts';

/** A log as it was read. Nothing in the file is changed by reading; what could not be read stays where it is. */
export interface Reading {
  /** In the order of the file. */
  readonly entries: readonly ProgressEntry[];
  /** Entries of kinds that this version does not know; kept for export and for the chain, and not folded. */
  readonly newer: readonly Stamped[];
  readonly notices: readonly Notice[];
}

/** Something about a log that a learner should be told once, in a sentence. */
export interface Notice {
  readonly kind: 'torn' | 'unreadable' | 'newer';
  /** From 1; for `newer` the first such line. */
  readonly line: number;
  readonly says: string;
}

/** Reads a log line by line. A last line that breaks off was being written when something died; it had not been promised. */
export function readLog(text: string): Reading {
  const entries: ProgressEntry[] = [];
  const newer: Stamped[] = [];
  const notices: Notice[] = [];
  let firstNewer = 0;
  let from = 0;
  for (let line = 1; from < text.length; line++) {
    const end = text.indexOf('\n', from);
    const content = text.slice(from, end === -1 ? text.length : end);
    from = end === -1 ? text.length : end + 1;
    if (content === '' || content.trim() === '') continue;
    const read = readLine(content);
    if (read.is === 'entry') entries.push(read.entry);
    else if (read.is === 'newer') {
      newer.push(read.entry);
      firstNewer ||= line;
    } else if (end === -1)
      notices.push({ kind: 'torn', line, says: `Line ${line}, the last of the progress log, breaks off and was skipped.` });
    else notices.push({ kind: 'unreadable', line, says: `Line ${line} of the progress log was skipped: ${read.because}.` });
  }
  if (newer.length > 0) {
    const says = `${newer.length} ${newer.length === 1 ? 'entry' : 'entries'} of the progress log come from a newer version of the course and were kept unread.`;
    notices.push({ kind: 'newer', line: firstNewer, says });
  }
  return { entries, newer, notices: notFlooded(notices) };
}

const named = 5;

/** A file that is no log at all has as many unreadable lines as lines: the first few are named, the others counted. */
function notFlooded(notices: readonly Notice[]): readonly Notice[] {
  const unreadable = notices.filter(({ kind }) => kind === 'unreadable');
  const [next, ...more] = unreadable.slice(named);
  if (next === undefined || more.length === 0) return notices;
  const others: Notice = { ...next, says: `${more.length + 1} more lines of the progress log were skipped.` };
  return [...unreadable.slice(0, named), others, ...notices.filter(({ kind }) => kind !== 'unreadable')];
}
