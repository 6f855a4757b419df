// Records the batches that the lens shows, from a real broker's files:
//
//   pnpm cluster start
//   node site/test/playgrounds/record-batches.mts 127.0.0.1:PORT FOLDER VERSION
//
// PORT and FOLDER are a broker's client port and its data folder (pnpm cluster status). Each topic has one replica, on that broker.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import kafkajs, { type Message } from 'kafkajs';

const [bootstrap = '', folder = '', version = ''] = process.argv.slice(2);
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs;
CompressionCodecs[CompressionTypes.ZSTD] = () => ({ compress: async ({ buffer }: { buffer: Buffer }) => zstdCompressSync(buffer) });

const kafka = new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING });
const admin = kafka.admin();
const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
const transactional = kafka.producer({ transactionalId: `lens-${Date.now()}`, idempotent: true, maxInFlightRequests: 1 });
const noon = Date.UTC(2026, 10, 21, 12);
const pageView = (page: string, user: number) =>
  JSON.stringify({ event: 'view', page: `/shop/${page}`, user, shop: 'main-street' });
const views = ['apples', 'pears', 'plums', 'quinces', 'cherries'].map((page, i) => ({
  value: pageView(page, 41 + i),
  timestamp: String(noon + 40 * i),
}));

await Promise.all([admin.connect(), producer.connect(), transactional.connect()]);
const recorded = {
  one: await batchesOf('one', async (topic) => {
    const headers = { source: 'web' };
    await producer.send({ topic, messages: [{ key: 'bob', value: 'order 1', headers, timestamp: String(noon) }] });
  }),
  three: await batchesOf('three', async (topic) => void (await producer.send({ topic, messages: views.slice(0, 3) }))),
  gzip: await batchesOf('gzip', (topic) => packed(topic, CompressionTypes.GZIP)),
  zstd: await batchesOf('zstd', (topic) => packed(topic, CompressionTypes.ZSTD)),
  transaction: await batchesOf('transaction', async (topic) => {
    const payment = await transactional.transaction();
    await payment.send({ topic, messages: [{ key: 'bob', value: 'paid', timestamp: String(noon) }] });
    await payment.commit();
    // The coordinator answers before it has written its marker to the partition.
    await eventually('a marker', async () => cut(await logOf(topic)).length === 2);
  }),
  compacted: await compacted(),
};
await Promise.all([admin.disconnect(), producer.disconnect(), transactional.disconnect()]);

const lines = Object.entries(recorded).flatMap(([name, batches]) => [
  `  ${name}: [`,
  ...batches.map((hex) => `    '${hex}',`),
  '  ],',
]);
const file = join(import.meta.dirname, '../../src/playgrounds/batches/recorded.ts');
await writeFile(
  file,
  [
    '/** Record batches as they lay in a broker’s files, in hex. Written by site/test/playgrounds/record-batches.mts; never by hand. */',
    'export const recorded = {',
    ...lines,
    '} as const;',
    '',
    '/** The release of Kafka that wrote them. */',
    `export const recordedOn = '${version}';`,
    '',
  ].join('\n'),
);

async function packed(topic: string, compression: (typeof CompressionTypes)[keyof typeof CompressionTypes]): Promise<void> {
  await producer.send({ topic, messages: views, compression });
}

async function batchesOf(
  name: string,
  fill: (topic: string) => Promise<void>,
  settings: Record<string, string> = {},
): Promise<string[]> {
  const topic = `lens-${name}-${Date.now()}`;
  const broker = Number((await admin.describeCluster()).brokers.find(({ port }) => bootstrap.endsWith(`:${port}`))?.nodeId);
  const configEntries = Object.entries(settings).map(([key, value]) => ({ name: key, value }));
  await admin.createTopics({
    waitForLeaders: true,
    topics: [{ topic, replicaAssignment: [{ partition: 0, replicas: [broker] }], configEntries }],
  });
  await fill(topic);
  const bytes = await logOf(topic);
  await admin.deleteTopics({ topics: [topic] });
  return cut(bytes).map((batch) => batch.toString('hex'));
}

function logOf(topic: string): Promise<Buffer> {
  return readFile(join(folder, `${topic}-0`, '00000000000000000000.log'));
}

async function eventually(what: string, is: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await is())) if (Date.now() > deadline) throw new Error(`waited 30 s for ${what}`);
}

function cut(bytes: Buffer): Buffer[] {
  const batches: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 12 + bytes.readInt32BE(at + 8))
    batches.push(bytes.subarray(at, at + 12 + bytes.readInt32BE(at + 8)));
  return batches;
}

/** Five addresses and a tombstone in a closed segment, cleaned; then one more record that closed it. */
async function compacted(): Promise<string[]> {
  const day = 86_400_000;
  const at = (days: number) => String(Date.now() + days * day);
  const settings = { 'cleanup.policy': 'compact', 'segment.ms': '3600000', 'min.cleanable.dirty.ratio': '0.01' };
  const move = (key: string, value: string | null, days: number): Message => ({ key, value, timestamp: at(days) });
  return await batchesOf(
    'compacted',
    async (topic) => {
      const early = [move('ada', 'Elm Street', -2), move('bob', 'Oak Road', -2), move('ada', null, -2), move('bob', 'Hill', -2)];
      await producer.send({ topic, messages: early });
      await producer.send({ topic, messages: [move('eve', 'Hill', 0)] });
      const note = join(folder, 'cleaner-offset-checkpoint');
      await eventually('a cleaning', async () => (await readFile(note, 'utf8')).includes(`${topic} 0 4`));
    },
    settings,
  );
}
