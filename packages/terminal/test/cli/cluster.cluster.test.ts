import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterStatus } from '@proving/cluster';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Terminal } from '../terminal.ts';
import { proving } from './spawned.ts';

// One home for all files of the kind, so that Kafka is fetched and prepared once.
const home = process.env['PROVING_HOME'] ?? join(tmpdir(), 'proving-cluster-tests');
const run = (...argv: string[]) => proving(argv, { PROVING_HOME: home });
const json = ({ out }: { readonly out: string }) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  await mkdir(home, { recursive: true });
  process.env['PROVING_HOME'] = home;
  await run('cluster', 'start');
}, 180_000);
afterAll(() => run('cluster', 'stop'), 60_000);

test('status names every process, and the line with which any program finds the brokers', async () => {
  const { out, code } = await run('cluster', 'status');
  const { members } = await clusterStatus();
  const ports = members.filter(({ role }) => role === 'broker').map(({ ports }) => `127.0.0.1:${ports['client']}`);
  expect({ code, kcat: out.match(/→ kcat .*/)?.[0] }).toEqual({ code: 0, kcat: `→ kcat -b ${ports.join(',')} -L` });
  expect(members.every(({ role, id, pid }) => new RegExp(`${role} ${id} +up +${pid} `).test(out))).toBe(true);
});

test("Kafka's own tools: standard output is theirs alone, and so is the exit code", async () => {
  const topic = `cli-${process.pid}`;
  const made = await run('cluster', 'cli', 'kafka-topics', '--create', '--topic', topic, '--partitions', '1');
  const listed = await run('cluster', 'cli', 'topics', '--list');
  const gone = await run('cluster', 'cli', 'kafka-topics', '--delete', '--topic', topic);
  const again = await run('cluster', 'cli', 'kafka-topics', '--delete', '--topic', topic);
  expect([made.out, listed.out.split('\n').includes(topic), gone.code, again.code]).toEqual([
    `Created topic ${topic}.\n`,
    true,
    0,
    1,
  ]);
});

test('a diagnosis asks a fresh topic, and finds nothing missing', async () => {
  const { code, ...said } = await run('diagnose', '--json');
  expect({ code, found: json(said).find(({ about }) => about === 'min in sync') }).toMatchObject({
    code: 0,
    found: { state: 'good', found: 'a fresh topic has min.insync.replicas=2' },
  });
});

test('a proof: what every arm measured, the counts, and 0', async () => {
  const { code, ...said } = await run('prove', '07.3', '--json');
  const [experiment] = json(said).filter(({ type }) => type === 'experiment');
  expect({ code, verdict: experiment.verdict, observations: experiment.observations, counts: json(said).at(-1).counts }).toEqual({
    code: 0,
    verdict: { kind: 'proved' },
    observations: {
      treatment: { sent: 20, acknowledged: 10, stored: 10, lost: 0 },
      control: { sent: 20, acknowledged: 20, stored: 10, lost: 10 },
    },
    counts: { proved: 1, refuted: 0, unjudged: 0, 'not-provable-here': 0, 'could-not-run': 0 },
  });
});

test('Ctrl-C in the middle of a proof: 130, and the next command finds the cluster whole', async () => {
  using screen = new Terminal(['prove', '07.3'], { env: { PROVING_HOME: home } });
  await screen.until(/arm 1 of 2/, 60_000);
  screen.press('\x03');
  expect(await screen.exited).toBe(130);
  const { code } = await run('prove', '07.3');
  expect(code).toBe(0);
});

test('stop stops it, and says so; a second one finds nothing', async () => {
  const [first, second, status] = [await run('cluster', 'stop'), await run('cluster', 'stop'), await run('cluster', 'status')];
  expect([first.out.split('\n').at(-2), second.out, status.code]).toEqual([
    '  The cluster is stopped. Its data stays; the next lesson starts it again.',
    '  No cluster was running.\n',
    3,
  ]);
});
