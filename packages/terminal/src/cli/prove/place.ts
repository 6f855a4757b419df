import { join } from 'node:path';

/** Where the traces and the ledger of a learner's own runs lie. */
export function ownProofs(home: string, lesson: string): { readonly traces: string; readonly ledger: string } {
  const proofs = join(home, 'proofs');
  return { traces: join(proofs, lesson), ledger: join(proofs, 'ledger.jsonl') };
}
