import type { Site } from '@proving/lab';

const text = (name: string) => ({ name, type: 'string' });
const record = (...fields: object[]) => ({ type: 'record' as const, name: 'Order', namespace: 'shop', fields });
const pieces = { name: 'pieces', type: 'int' };
const note = { ...text('note'), default: '' };

/** What the registry has been given, version after version. The last one calls the article by another name, without an alias. */
export const versions = [
  record(text('order'), text('customer'), text('article'), pieces),
  record(text('order'), text('customer'), text('article'), pieces, note),
  record(text('order'), text('customer'), text('item'), pieces, note),
] as const;

/** With which the shipper was built. */
export const shippers = versions[1];

/** The subject of the orders' values. */
export const subjectOf = (site: Site) => `${site.name('orders')}-value`;

/**
 * Asks the registry (Confluent docs, Schema Registry API).
 * @param path behind the API's beginning; the subject of the orders stands for `SUBJECT`
 * @returns what it answered; null where it knows no such thing
 * @throws {Error} with the registry's words for any other refusal
 */
export async function ask(site: Site, path: string, method = 'GET', body?: object): Promise<unknown> {
  const address = `${site.registry}${path.replace('SUBJECT', encodeURIComponent(subjectOf(site)))}`;
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(20_000);
  const answer = await fetch(address, { method, headers, signal, ...(body && { body: JSON.stringify(body) }) });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** The level in force for the subject: its own, else the registry's. */
export async function levelOf(site: Site): Promise<string> {
  const said = (await ask(site, '/config/SUBJECT')) ?? (await ask(site, '/config'));
  return (said as { compatibilityLevel: string }).compatibilityLevel;
}

/** What the till takes when it starts; null where the subject has no version. */
export async function latestOf(site: Site): Promise<{ readonly version: number; readonly schema: string } | null> {
  return (await ask(site, '/subjects/SUBJECT/versions/latest')) as { version: number; schema: string } | null;
}

/** The schema that an id stands for, as JSON; null where nobody knows it. */
export async function schemaOf(site: Site, id: number): Promise<string | null> {
  return ((await ask(site, `/schemas/ids/${id}`)) as { schema: string } | null)?.schema ?? null;
}
