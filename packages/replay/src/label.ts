/** The records of one happening in as few words as possible: `1–10`, `3, 5, 7`, `"hello"`, `40 records`. Grows by one at a time. */
export interface Label {
  readonly count: number;
  /** What stands before the number in every value; null as soon as one value differs. */
  readonly noun: string | null;
  readonly runs: Runs;
  readonly first: string;
}
/** Whole numbers as runs: `[[1, 10], [14, 14]]`. */
export type Runs = readonly (readonly [from: number, to: number])[];

/** What a record is called by: its value, or where that is bytes (`0x…`) its key. Null where that is missing too. */
export function calledBy({ key, value }: { readonly key: string | null; readonly value: string | null }): string | null {
  return value?.startsWith('0x') && key !== null ? key : value;
}

/** The number at the end of what a record is called by; bytes that have no key have none. */
export function numberOf(record: Parameters<typeof calledBy>[0]): string | null {
  const name = calledBy(record) ?? '';
  return name.startsWith('0x') ? null : (/\d{1,9}$/.exec(name)?.[0] ?? null);
}

export const noLabel: Label = { count: 0, noun: null, runs: [], first: '' };

export function labelWith(label: Label, value: string | null): Label {
  const count = label.count + 1;
  const parts = value?.startsWith('0x') ? null : /^(\D*)(\d{1,9})$/.exec(value ?? '');
  const [, noun = null, digits] = parts ?? [];
  const first = label.count === 0 ? (value ?? 'null') : label.first;
  if (digits === undefined || (label.count > 0 && label.noun !== noun)) return { count, noun: null, runs: [], first };
  return { count, noun, runs: runsWith(label.runs, Number(digits)), first };
}

export function labelText({ count, noun, runs, first }: Label): string {
  if (noun !== null && runs.length > 0 && runs.length <= 4) return runsText(runs);
  if (count === 1) return `"${cut(first, 24)}"`;
  return `${count} records`;
}

export function runsWith(runs: Runs, n: number): Runs {
  const last = runs.at(-1);
  if (last && n === last[1] + 1) return [...runs.slice(0, -1), [last[0], n]];
  return runs.length > 4 ? runs : [...runs, [n, n]];
}

export function runsText(runs: Runs): string {
  const shown = runs.slice(0, 4).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return runs.length > 4 ? `${shown.join(', ')} …` : shown.join(', ');
}

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
