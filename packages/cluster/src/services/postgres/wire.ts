import type { Client } from 'pg';

/** One connection, closed at its end. Loaded when a service is asked for, and not before. @param within milliseconds to connect */
export async function asking<T>(url: string, what: (client: Client) => Promise<T>, within = 5_000): Promise<T> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: within, query_timeout: within });
  // A server that dies ends the connection by an event; the query in work is refused as well, and says so.
  client.on('error', () => undefined);
  await client.connect();
  // Not waited for: a server that stands still does not say goodbye.
  return what(client).finally(() => void client.end().catch(() => undefined));
}

/** Whether a Postgres answers there that lets us in. @param within milliseconds */
export const answers = (url: string, within = 1_000): Promise<boolean> =>
  asking(url, (client) => client.query('select 1'), within).then(
    () => true,
    () => false,
  );
