/**
 * Takes away for good every subject of a schema registry whose name begins with one of these.
 * @param url of the Confluent API, without a slash at its end
 * @throws {Error} with the registry's words where it keeps one
 */
export async function removeSubjects(url: string, beginnings: readonly string[]): Promise<void> {
  const answer = await fetch(`${url}/subjects`, inTime());
  const subjects = (await answer.json()) as readonly string[];
  let left = subjects.filter((subject) => beginnings.some((beginning) => subject.startsWith(beginning)));
  // A schema that another one refers to is kept until that one is gone; so each round takes at least one, or none will go.
  for (;;) {
    const refusals = new Map<string, string>();
    for (const subject of left) {
      const refusal = await removed(url, subject);
      if (refusal !== null) refusals.set(subject, refusal);
    }
    if (refusals.size === 0) return;
    if (refusals.size === left.length) throw new Error(`The registry keeps ${left.join(', ')}: ${refusals.values().next().value}`);
    left = [...refusals.keys()];
  }
}

/** First out of the lists, then for good: the API wants both, in this order. @returns null, or why it is kept */
async function removed(url: string, subject: string): Promise<string | null> {
  for (const how of ['', '?permanent=true']) {
    const answer = await fetch(`${url}/subjects/${encodeURIComponent(subject)}${how}`, { method: 'DELETE', ...inTime() });
    const words = await answer.text();
    if (!answer.ok && answer.status !== 404) return `${answer.status} ${words}`;
  }
  return null;
}

/** A registry that stands still must not hold up the healing for ever. */
const inTime = () => ({ signal: AbortSignal.timeout(10_000) });
