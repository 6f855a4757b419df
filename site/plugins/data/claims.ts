import type { LoadedLesson } from '@proving/catalog';
import type { LedgerLine } from '@proving/spec';
import { type Standing, standingOf } from '../proofs.ts';

/** The ledger of claims, lesson by lesson. */
export interface ClaimsOfLesson {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  readonly claims: readonly ClaimRow[];
}

export interface ClaimRow extends Standing {
  readonly id: string;
  readonly text: string;
  readonly experiments: readonly string[];
}

export const claimsData = (lessons: readonly LoadedLesson[], lines: readonly LedgerLine[]): readonly ClaimsOfLesson[] =>
  lessons.map(({ number, folder, manifest }) => ({
    number,
    folder,
    title: manifest.title,
    claims: Object.entries(manifest.claims).map(([id, text]) => ({
      id,
      text,
      experiments: Object.values(manifest.experiments)
        .filter(({ proves }) => proves === id)
        .map(({ title }) => title),
      ...standingOf(lines, folder, id),
    })),
  }));
