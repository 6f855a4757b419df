import { Plain } from '../../words.ts';

const instead = 'or set PROVING_POSTGRES to a server that runs already';

/** One message with what to do in it: a proof that is left out says nothing else. */
export function noPostgres({ because, fix }: { readonly because: string; readonly fix: string }): Plain {
  const full = `${fix}, ${instead}`;
  return new Plain('not-provable-here', `Not provable here: ${because}. Try: ${full}.`, { fix: full, exit: 2 });
}

export const postgresDied = (log: string, saw: string) =>
  new Plain('postgres-died', 'Postgres did not start.', { saw, fix: `read ${log}, then try: pnpm cluster reset` });

export const postgresLate = (log: string, within: string) =>
  new Plain('postgres-late', `Postgres runs, and did not answer within ${within}.`, {
    fix: `read ${log}, or start afresh: pnpm cluster reset`,
  });
