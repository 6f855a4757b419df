import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kafka, logLevel } from 'kafkajs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brokers } from './brokers.ts';

// The two examples together, as a shop: the producer sends, the worker packs and is killed while it does.
const topic = `shop-${process.pid}`;
const groupId = `packing-${process.pid}`;
let folder = '';
let env: Record<string, string> = {};
let kafka: Kafka;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'first-worker-'));
  const at = await brokers();
  env = { BROKERS: at, TOPIC: topic, GROUP: groupId, PARCELS: join(folder, 'parcels.db') };
  kafka = new Kafka({ brokers: at.split(','), logLevel: logLevel.NOTHING });
});
afterAll(async () => {
  const admin = kafka.admin();
  await admin.connect();
  await admin.deleteGroups([groupId]).catch(() => undefined);
  await admin.deleteTopics({ topics: [topic, `${topic}.dead`] });
  await admin.disconnect();
  await rm(folder, { recursive: true });
});

function start(example: string, stdin: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
  const main = join(import.meta.dirname, '..', '..', example, 'src', 'main.ts');
  return spawn(process.execPath, ['--disable-warning=TimeoutNegativeWarning', main], {
    env: { ...process.env, ...env },
    stdio: [stdin, 'pipe', 'pipe'],
  });
}

async function produce(lines: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const child = start('first-producer', 'pipe');
  const said = { out: '', err: '' };
  child.stdout?.on('data', (bytes) => (said.out += bytes));
  child.stderr?.on('data', (bytes) => (said.err += bytes));
  child.stdin?.end(lines.join('\n'));
  const [code] = (await once(child, 'close')) as [number];
  return { code, ...said };
}

function parcels(): readonly { readonly id: string; readonly customer: string; readonly place: string }[] {
  try {
    const database = new DatabaseSync(join(folder, 'parcels.db'), { readOnly: true });
    try {
      return database.prepare('SELECT id, customer, place FROM parcels').all() as never;
    } finally {
      database.close();
    }
  } catch {
    return [];
  }
}

const order = (n: number) => JSON.stringify({ id: `order-${n}`, customer: `customer-${n % 7}`, n });
const poison = ['{"id":"order-x"', '{"customer":"ada"}'];

it('packs every order once, although it is killed; what is no order is put aside with its bytes', async () => {
  const first = await produce([...Array.from({ length: 150 }, (_, i) => order(i + 1)), 'no order at all']);
  expect(first).toMatchObject({ code: 65, err: 'line 151 is no order and was skipped\n' });
  expect(first.out).toContain(`150 of 151 lines sent to ${topic}`);

  const killed = start('first-worker');
  await expect.poll(() => parcels().length, { timeout: 30_000 }).toBeGreaterThan(20);
  killed.kill('SIGKILL');
  await once(killed, 'exit');

  const producer = kafka.producer();
  await producer.connect();
  await producer.send({ topic, messages: poison.map((value) => ({ key: 'broken', value })) });
  await producer.disconnect();
  expect(await produce(Array.from({ length: 50 }, (_, i) => order(i + 151)))).toMatchObject({ code: 0 });

  const worker = start('first-worker');
  const admin = kafka.admin();
  await admin.connect();
  const isAtTheEnd = async () => {
    const [ends, [committed]] = await Promise.all([
      admin.fetchTopicOffsets(topic),
      admin.fetchOffsets({ groupId, topics: [topic] }),
    ]);
    const at = new Map(committed?.partitions.map(({ partition, offset }) => [partition, offset]));
    return ends.every(({ partition, high }) => high === '0' || at.get(partition) === high);
  };
  await expect.poll(isAtTheEnd, { timeout: 60_000 }).toBe(true);
  worker.kill('SIGTERM');
  expect((await once(worker, 'exit'))[0]).toBe(0);

  const packed = parcels();
  expect(packed.map(({ id }) => id).sort()).toEqual(Array.from({ length: 200 }, (_, i) => `order-${i + 1}`).sort());
  // A customer's orders were packed in their order: one key, one partition, rising offsets.
  for (const customer of new Set(packed.map((parcel) => parcel.customer))) {
    const own = packed
      .filter((parcel) => parcel.customer === customer)
      .map(({ id, place }) => ({ n: Number(id.slice(6)), place: place.split('/').map(Number) }));
    const byOffset = own.toSorted((a, b) => (a.place[1] as number) - (b.place[1] as number));
    expect(new Set(own.map(({ place }) => place[0])).size).toBe(1);
    expect(byOffset.map(({ n }) => n)).toEqual(byOffset.map(({ n }) => n).toSorted((a, b) => a - b));
  }

  const dead = kafka.consumer({ groupId: `${groupId}-dead` });
  await dead.connect();
  await dead.subscribe({ topics: [`${topic}.dead`], fromBeginning: true });
  const letters: { value: string; because: string; from: string }[] = [];
  await dead.run({
    eachMessage: async ({ message: { value, headers } }) =>
      void letters.push({
        value: String(value),
        because: String(headers?.['dead.because']),
        from: String(headers?.['dead.topic']),
      }),
  });
  await expect.poll(() => letters.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
  await dead.disconnect();
  await admin.deleteGroups([`${groupId}-dead`]);
  await admin.disconnect();
  expect([...new Set(letters.map(({ value }) => value))].sort()).toEqual([...poison].sort());
  expect(letters.every(({ from, because }) => from === topic && because !== '')).toBe(true);
});
