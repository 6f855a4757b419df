import type { Schema } from 'avsc';

/** The latest schema of a subject, as the registry says it over HTTP; null when it knows no such subject. */
export async function latestOf(
  registry: string,
  subject: string,
): Promise<{ readonly id: number; readonly schema: Schema } | null> {
  const answer = await fetch(
    `${registry}/subjects/${encodeURIComponent(subject)}/versions/latest`,
  );
  const { id, schema } = (await answer.json()) as {
    readonly id: number;
    readonly schema: string;
  };
  return answer.ok ? { id, schema: JSON.parse(schema) as Schema } : null;
}
