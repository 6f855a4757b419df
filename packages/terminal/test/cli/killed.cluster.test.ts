import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clusterStatus, holdCluster, openCluster } from '@proving/cluster';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bare, proving } from './spawned.ts';

const home = process.env['PROVING_HOME'] ?? join(tmpdir(), 'proving-cluster-tests');
const bin = fileURLToPath(new URL('../../bin/proving.js', import.meta.url));
const root = fileURLToPath(new URL('../../../..', import.meta.url));
beforeAll(async () => {
  await mkdir(home, { recursive: true });
  process.env['PROVING_HOME'] = home;
  await proving(['cluster', 'start'], { PROVING_HOME: home });
}, 180_000);
afterAll(() => proving(['cluster', 'stop'], { PROVING_HOME: home }), 60_000);

// Whatever was killed: the next command finds a whole cluster, removes what was left on it, and proves.
afterEach(async () => {
  const { code, out } = await proving(['prove', '03.2', '--plain'], { PROVING_HOME: home });
  expect({ code, out }).toMatchObject({ code: 0 });
  const status = await clusterStatus();
  expect([status.is, status.leases, status.users, await readdir(join(home, 'runs'))]).toEqual(['up', [], [], []]);
}, 120_000);

/** A proof in a process group of its own, as a terminal starts it. */
function startProof(
  command = process.execPath,
  before = [bin],
): Disposable & {
  readonly child: ChildProcess;
  says(words: RegExp): Promise<void>;
  alive(): readonly number[];
} {
  const child = spawn(command, [...before, 'prove', '07.3', '--plain'], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...bare(), PROVING_HOME: home },
  });
  let text = '';
  const heard = new Set<() => void>();
  child.stdout?.on('data', (bytes) => {
    text += bytes;
    for (const look of heard) look();
  });
  return {
    child,
    says: (words) =>
      new Promise((done, give) => {
        heard.add(() => words.test(text) && done());
        child.once('close', () => give(new Error(`it ended before it said ${words}:\n${text}`)));
      }),
    alive: () => group(child.pid as number),
    [Symbol.dispose]: () => {
      try {
        process.kill(-(child.pid as number), 'SIGKILL');
      } catch {}
    },
  };
}

function group(leader: number): readonly number[] {
  return processes().flatMap(({ pid, leader: own }) => (own === leader ? [pid] : []));
}

function processes(): readonly { readonly pid: number; readonly parent: number; readonly leader: number }[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat='], { encoding: 'utf8' }).split('\n');
  return rows.flatMap((row) => {
    const [pid, parent, leader, state] = row.trim().split(/\s+/);
    return pid && !state?.startsWith('Z') ? [{ pid: Number(pid), parent: Number(parent), leader: Number(leader) }] : [];
  });
}

test('Ctrl-C, which a terminal sends to all, while an arm has a frozen broker', async () => {
  using proof = startProof();
  await proof.says(/arm 1 of 2/);
  process.kill(-(proof.child.pid as number), 'SIGINT');
  expect((await once(proof.child, 'close'))[0]).toBe(130);
  await expect.poll(proof.alive, { timeout: 10_000 }).toEqual([]);
});

test('Ctrl-C while it waits for its turn: what another one has broken on purpose stays broken', async () => {
  await using cluster = await openCluster();
  await using _held = await holdCluster('exclusive', { what: 'another arm' });
  const [broker] = cluster.brokers;
  if (broker === undefined) throw new Error('no broker');
  const { kill } = await cluster.use('kill');
  await kill(broker);
  using proof = startProof();
  await proof.says(/waiting for another arm \(process \d+\), which holds the cluster/);
  process.kill(-(proof.child.pid as number), 'SIGINT');
  expect((await once(proof.child, 'close'))[0]).toBe(130);
  await expect.poll(proof.alive, { timeout: 10_000 }).toEqual([]);
  expect(cluster.states().get(broker)).toBe('killed');
});

test('SIGKILL while it waits for its turn: the lease of the other one stays, and nothing is left of the waiter', async () => {
  await using _held = await holdCluster('exclusive', { what: 'another arm' });
  using proof = startProof();
  await proof.says(/waiting for another arm/);
  process.kill(-(proof.child.pid as number), 'SIGKILL');
  await once(proof.child, 'exit');
  await expect.poll(proof.alive, { timeout: 10_000 }).toEqual([]);
  const status = await clusterStatus();
  expect(status.leases.map(({ pid }) => pid)).toEqual([process.pid]);
});

// A broker was killed in each arm: between the arms, and while the verdict can be read, it comes back.
const moments = { 'between the arms, while Kafka is healed': /Healing Kafka/, 'while the verdict shows': /✓ {2}proved/ };
for (const [moment, words] of Object.entries(moments))
  for (const signal of ['SIGINT', 'SIGKILL'] as const)
    test(`${signal} ${moment}`, async () => {
      using proof = startProof();
      await proof.says(words);
      process.kill(-(proof.child.pid as number), signal);
      await once(proof.child, 'close');
      await expect.poll(proof.alive, { timeout: 10_000 }).toEqual([]);
    });

test('SIGKILL of pnpm alone: what it had started comes to its end', async () => {
  using proof = startProof('pnpm', []);
  await proof.says(/arm 1 of 2/);
  // pnpm starts a command in a process group of its own.
  const leaders = processes().flatMap(({ pid, parent }) => (parent === proof.child.pid ? [pid] : []));
  expect(leaders.flatMap(group).length).toBeGreaterThanOrEqual(2);
  proof.child.kill('SIGKILL');
  await expect.poll(() => leaders.flatMap(group), { timeout: 60_000 }).toEqual([]);
});

test('SIGKILL of the command: its worker ends by itself', async () => {
  using proof = startProof();
  await proof.says(/arm 2 of 2/);
  proof.child.kill('SIGKILL');
  await once(proof.child, 'exit');
  await expect.poll(proof.alive, { timeout: 10_000 }).toEqual([]);
});

test('SIGKILL of the worker: could not run, and 3', async () => {
  using proof = startProof();
  let text = '';
  proof.child.stdout?.on('data', (bytes) => (text += bytes));
  await proof.says(/arm 1 of 2/);
  for (const pid of proof.alive()) if (pid !== proof.child.pid) process.kill(pid, 'SIGKILL');
  expect((await once(proof.child, 'close'))[0]).toBe(3);
  expect(text).toMatch(/the experiment's process was killed \(SIGKILL\)/);
});

test('SIGKILL of the command and of everything that it started, while the cluster starts', async () => {
  await proving(['cluster', 'stop'], { PROVING_HOME: home });
  expect((await clusterStatus()).members.map(({ is }) => is)).toEqual(['stopped', 'stopped', 'stopped', 'stopped']);
  using proof = startProof();
  await proof.says(/Starting Kafka/);
  process.kill(-(proof.child.pid as number), 'SIGKILL');
  await once(proof.child, 'exit');
  await expect.poll(proof.alive, { timeout: 10_000 }).toEqual([]);
  // The brokers were started for good: who comes next adopts them.
  expect(await readFile(join(home, 'cluster', 'standard', 'state.json'), 'utf8')).toContain('"shape"');
});

test('and nothing of all these proofs is left on the cluster', async () => {
  const { out } = await proving(['cluster', 'cli', 'kafka-topics', '--list', '--exclude-internal'], { PROVING_HOME: home });
  expect(out.trim()).toBe('');
});
