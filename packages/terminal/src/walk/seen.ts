import type { Fact } from '@proving/spec';
import type { ClaimSeen } from './said.ts';

/** Claims of one lesson that were seen proved here, by id. */
export type Seen = Readonly<Record<string, NonNullable<ClaimSeen['proved']>>>;

/** A fact and the day on which it was written. */
export interface Past {
  readonly fact: Fact;
  readonly day: string;
}

/** What the log knows of a lesson's claims; the last proof counts. */
export function seenIn(past: readonly Past[], folder: string): Seen {
  const seen: Record<string, NonNullable<ClaimSeen['proved']>> = {};
  for (const { fact, day } of past)
    if (fact.kind === 'experiment' && fact.lesson === folder && fact.verdict === 'proved')
      seen[fact.claim] = { kafka: fact.kafka, day };
  return seen;
}
