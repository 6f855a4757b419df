import type { ProgressEntry } from '@proving/spec';
import { readEntry, readLine, type Stamped } from './entry.ts';
import { inOrder } from './merge.ts';

/** The first line of a file that a learner hands on. */
export interface ExportHeader {
  readonly kind: 'export';
  readonly schema: 1;
  /** What the learner wants to be called. */
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  /** The course's version. */
  readonly course: string;
  /** Lines that follow, the withheld ones included. */
  readonly lines: number;
  /** Lines whose words were kept back; their place in the chain is there. */
  readonly withheld: number;
}
export interface Exported {
  readonly header: ExportHeader;
  readonly entries: readonly ProgressEntry[];
  /** Lines of kinds that are not folded: withheld ones, and those of newer versions. */
  readonly others: readonly Stamped[];
  /** Lines that could not be read, by number from 1. */
  readonly unreadable: readonly number[];
}

/**
 * A log as one file to hand on: a header, then the lines. Notes are the learner's own, and why a run could not be judged may
 * name the machine's paths and hosts; unless such words are asked for, each goes as an empty place that keeps the chain whole.
 */
export function exportText(
  entries: readonly Stamped[],
  { name, at, course, words }: { readonly name: string; readonly at: string; readonly course: string; readonly words: boolean },
): string {
  const lines = inOrder(entries).map((entry) => (isPrivate(entry) && !words ? withheld(entry) : entry));
  const header: ExportHeader = {
    kind: 'export',
    schema: 1,
    name,
    at,
    course,
    lines: lines.length,
    withheld: lines.filter(({ kind }) => kind === 'withheld').length,
  };
  return [header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Whether a line holds words that may say more than its learner wants to hand on. */
export function isPrivate(entry: Stamped): boolean {
  const read = readEntry(entry);
  // What a newer version wrote down may be anything.
  if (read.is !== 'entry') return true;
  if (read.entry.kind === 'experiment') return !['proved', 'refuted'].includes(read.entry.verdict) && read.entry.because !== null;
  return read.entry.kind === 'note';
}

function withheld({ id, at, device, course, chain }: Stamped): Stamped {
  return { id, at, device, course, kind: 'withheld', chain };
}

/** Reads a file that `exportText` wrote, or a bare log; null when it is neither. */
export function readExport(text: string): Exported | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const header = headerIn(lines[0] ?? '');
  const entries: ProgressEntry[] = [];
  const others: Stamped[] = [];
  const unreadable: number[] = [];
  for (const [i, line] of lines.entries()) {
    if (i === 0 && header) continue;
    const read = readLine(line);
    if (read.is === 'entry') entries.push(read.entry);
    else if (read.is === 'newer') others.push(read.entry);
    else unreadable.push(i + 1);
  }
  if (header) return { header, entries, others, unreadable };
  if (entries.length === 0) return null;
  const { at, course } = entries.at(-1) as ProgressEntry;
  const bare: ExportHeader = { kind: 'export', schema: 1, name: '', at, course, lines: lines.length, withheld: 0 };
  return { header: bare, entries, others, unreadable };
}

/**
 * A file that a learner handed on. A bare log has no name of its own; then the file's counts as the learner's.
 * @returns null when no line of it is an entry
 */
export function readExportFile(text: string, file: string): Exported | null {
  const read = readExport(text);
  return read?.header.name === '' ? { ...read, header: { ...read.header, name: file } } : read;
}

function headerIn(line: string): ExportHeader | null {
  try {
    const value = JSON.parse(line) as Partial<ExportHeader> | null;
    const isHeader = value?.kind === 'export' && typeof value.name === 'string' && typeof value.at === 'string';
    return isHeader
      ? { ...(value as ExportHeader), course: String(value.course ?? ''), withheld: Number(value.withheld ?? 0) }
      : null;
  } catch {
    return null;
  }
}
