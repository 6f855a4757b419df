// Asks the schema registry which changes of a schema it lets pass at which level, and writes the answers down with their date:
// `node scripts/compatibility.ts`. Only a registration tells the truth: what the registry says when it is asked beforehand may differ.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { clusterStatus, holdCluster, openCluster } from '@proving/cluster';
import { levels } from '@proving/spec';
import { avroChanges, type Change, jsonChanges } from './house/schema-changes.ts';

const file = fileURLToPath(new URL('../notes/compatibility.jsonl', import.meta.url));

await using cluster = await openCluster();
await using _held = await holdCluster('shared');
const { url } = await cluster.serve('registry');
const answers = [...(await table('AVRO', avroChanges)), ...(await table('JSON', jsonChanges))];
const registry = process.env['PROVING_REGISTRY'] ? url : `Apicurio ${(await clusterStatus()).registry?.version}`;
const lines = [{ registry, asked: new Date().toISOString().slice(0, 10), levels }, ...answers];
writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
console.log(`${answers.length} changes at ${levels.length} levels, of ${registry}: ${file}`);

async function table(format: 'AVRO' | 'JSON', changes: readonly Change[]) {
  const rows = [];
  for (const change of changes) {
    const taken: string[] = [];
    for (const level of levels) if (await isTaken(format, change, level)) taken.push(level);
    rows.push({ format, change: change.id, history: change.history, taken });
  }
  return rows;
}

/** Whether the last version of a history is taken at that level; those before it are registered without any. */
async function isTaken(format: string, { id, history }: Change, level: string): Promise<boolean> {
  const subject = `compatibility-${process.pid}-${format}-${id}-${level}`.toLowerCase();
  const register = (schema: unknown) =>
    ask(`/subjects/${subject}/versions`, 'POST', { schemaType: format, schema: JSON.stringify(schema) });
  try {
    const [first, ...later] = history;
    await ok(register(first));
    await ok(ask(`/config/${subject}`, 'PUT', { compatibility: 'NONE' }));
    for (const schema of later.slice(0, -1)) await ok(register(schema));
    await ok(ask(`/config/${subject}`, 'PUT', { compatibility: level }));
    const { status } = await register(later.at(-1));
    if (status !== 200 && status !== 409) throw new Error(`${id} at ${level}: the registry answered ${status}`);
    return status === 200;
  } finally {
    for (const how of ['', '?permanent=true']) await ask(`/subjects/${subject}${how}`, 'DELETE');
  }
}

async function ok(answer: ReturnType<typeof ask>): Promise<void> {
  const { status, said } = await answer;
  if (status !== 200) throw new Error(`the registry answered ${status}: ${said}`);
}

async function ask(path: string, method: string, body?: object) {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, said: await answer.text() };
}
