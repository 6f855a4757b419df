import type { LedgerLine } from '@proving/spec';

/** How a claim stands: its newest run, and how often it was proved in all. */
export interface Standing {
  readonly verdict: LedgerLine['verdict'] | 'never run';
  readonly kafka: string;
  /** Day of the newest run, `2026-11-21`. */
  readonly on: string;
  readonly driver: string;
  readonly proved: number;
  readonly runs: number;
}

export function standingOf(lines: readonly LedgerLine[], lesson: string, claim: string): Standing {
  const runs = lines.filter((line) => line.lesson === lesson && line.claim === claim);
  const newest = runs.reduce<LedgerLine | null>((best, line) => (best === null || line.at >= best.at ? line : best), null);
  return {
    verdict: newest?.verdict ?? 'never run',
    kafka: newest?.kafka ?? '',
    on: newest?.at.slice(0, 10) ?? '',
    driver: newest?.driver ?? '',
    proved: runs.filter(({ verdict }) => verdict === 'proved').length,
    runs: runs.length,
  };
}
