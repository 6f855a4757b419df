import * as z from 'zod';
import { parseJsonLine } from './json-line.ts';
import { verdictKinds } from './verdict.ts';

/** One run of one experiment: a line of the ledger of claims, as `pnpm prove` notes it. */
export const ledgerLine = z.object({
  /** When its first arm began, ISO 8601. */
  at: z.iso.datetime(),
  /** The lesson's folder. */
  lesson: z.string(),
  claim: z.string(),
  experiment: z.string(),
  kafka: z.string(),
  /** Version by the client's name. */
  clients: z.record(z.string(), z.string()),
  driver: z.string(),
  verdict: z.enum(verdictKinds),
  /** Null when it was proved. */
  because: z.string().nullable(),
  /** How long each arm took, ms. */
  ms: z.record(z.string(), z.number()),
});
export type LedgerLine = Readonly<z.infer<typeof ledgerLine>>;

/**
 * Every line of a ledger, in the order of the file.
 * @throws {Unreadable} naming the line that is not of a ledger
 */
export function parseLedger(jsonl: string, from = 'ledger'): readonly LedgerLine[] {
  return jsonl
    .split('\n')
    .flatMap((line, i) => (line === '' ? [] : [parseJsonLine(ledgerLine, line, `${from}:${i + 1}`, 'a ledger')]));
}
