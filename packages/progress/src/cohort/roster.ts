import { Plain } from '@proving/spec';
import { parse } from 'csv-parse/sync';

/** A class list held against the files that came. */
export interface Roster {
  /** The row of each learner, by the learner's name. */
  readonly rows: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Names of the list from whom no file came. */
  readonly withoutFile: readonly string[];
  /** Learners who are not on the list. */
  readonly withoutRow: readonly string[];
}

/**
 * Joins a CSV with a header line to learners by one of its columns; compared without case and outer spaces. Comma, semicolon or
 * tab, whichever the header uses.
 * @throws {Plain} `roster-unusable`, exit 64
 */
export function joinRoster(text: string, column: string, names: readonly string[]): Roster {
  const header = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', ';', '\t'].toSorted((a, b) => header.split(b).length - header.split(a).length)[0] ?? ',';
  let rows: readonly Record<string, string>[];
  try {
    rows = parse(text, { bom: true, columns: true, delimiter, trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (cause) {
    throw refused(cause instanceof Error ? cause.message : String(cause), column, cause);
  }
  const columns = Object.keys(rows[0] ?? {});
  if (!columns.includes(column)) throw refused(`its columns are ${columns.join(', ') || 'none'}`, columns[0] ?? column);
  const byName = new Map(rows.map((row) => [bare(row[column] ?? ''), row]));
  const known = new Set(names.map(bare));
  return {
    rows: new Map(names.flatMap((name) => (byName.has(bare(name)) ? [[name, byName.get(bare(name)) ?? {}] as const] : []))),
    withoutFile: rows.map((row) => row[column] ?? '').filter((name) => name !== '' && !known.has(bare(name))),
    withoutRow: names.filter((name) => !byName.has(bare(name))),
  };
}

const bare = (name: string) => name.trim().toLowerCase();

function refused(saw: string, column: string, cause?: unknown): Plain {
  const parts = { saw, fix: `pnpm cohort import FILES… --roster list.csv --on ${column}`, exit: 64 };
  return new Plain('roster-unusable', 'The class list cannot be used.', cause === undefined ? parts : { ...parts, cause });
}
