import type { Lab } from '@proving/lab';
import pg from 'pg';

/** Payments as a till sends them: each charges 10 and has an id of its own in a header. */
export const paymentsOf = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => ({
    key: 'mia',
    value: `payment ${first + i}`,
    headers: { id: `payment-${first + i}` },
  }));

/** The shop's database, with Mia's account at 0 and a table for the ids of payments. */
export async function openAccounts(lab: Lab) {
  const { url } = await lab.postgres();
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  // #region tables
  await db.query(`
    create table accounts (customer text primary key, charged int not null);
    create table seen (id text primary key, at timestamptz);
    create table positions (partition int primary key, next bigint not null);
    insert into accounts values ('mia', 0);
    insert into positions values (0, 0)`);
  // #endregion
  return {
    url,
    db,
    charged: async () =>
      Number((await db.query('select charged from accounts')).rows[0].charged),
    [Symbol.asyncDispose]: () => db.end(),
  };
}
