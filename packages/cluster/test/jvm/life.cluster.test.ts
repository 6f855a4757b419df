import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Admin, ConfigResourceTypes, Connection, initProducerIdV4 } from '@platformatic/kafka';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptSettings, labSettings } from '../../kafka/settings.ts';
import { type Cluster, clusterStatus, holdCluster, openCluster, resetCluster, stopCluster } from '../../src/index.ts';
import { processOf, readRecord } from '../../src/jvm/member-state.ts';
import { isAlive, type ProcessId, signal, stateOf } from '../../src/processes.ts';
import { command, homeOfItsOwn, jvmsOf, pids, program } from '../scene.ts';

// One cluster goes through all of it, in order: a start costs seconds, and what one mishap leaves the next must bear.
let scene: Awaited<ReturnType<typeof homeOfItsOwn>>;
beforeAll(async () => {
  scene = await homeOfItsOwn();
});
afterAll(() => scene?.[Symbol.asyncDispose](), 60_000);

const told: string[] = [];
const open = () => openCluster({ tell: ({ doing }) => told.push(doing) });
const wholeAndOurs = async () => {
  const status = await clusterStatus();
  expect([status.is, jvmsOf(scene.home).toSorted()]).toEqual(['up', status.members.map(({ pid }) => pid).toSorted()]);
};
async function withAdmin<T>(cluster: Cluster, ask: (admin: Admin) => Promise<T>): Promise<T> {
  // The library waits 30 s for an answer unless told otherwise; brokers that have just started owe it some.
  const patience = { retries: 20, retryDelay: 100, requestTimeout: 5_000 };
  const admin = new Admin({ clientId: 'test', bootstrapBrokers: [...cluster.bootstrap], ...patience });
  try {
    return await ask(admin);
  } finally {
    await admin.close();
  }
}
/** What each broker says to the first who asks it for a producer id: an error, or nothing. */
const refusedProducers = (cluster: Cluster) =>
  Promise.all(
    cluster.bootstrap.map(async (address) => {
      const [host = '', port] = address.split(':');
      const connection = new Connection('test', { requestTimeout: 5_000 });
      await connection.connect(host, Number(port));
      try {
        return (await initProducerIdV4.api.async(connection, null, 0)).errorCode;
      } catch (failure) {
        return failure;
      } finally {
        await connection.close();
      }
    }),
  );
const topics = (cluster: Cluster) => withAdmin(cluster, (admin) => admin.listTopics());
const memberOf = (id: number) => processOf(scene.files, id) as ProcessId;

test('two commands that start at once get one cluster, and it outlives them', async () => {
  const [one, other] = await Promise.all([command().said, command().said]);
  expect(one.bootstrap).toEqual(other.bootstrap);
  expect(new Set([...one.told, ...other.told])).toContain('Starting Kafka');
  await wholeAndOurs();
});

test('the next command adopts it: same processes, nothing started, nothing told', async () => {
  const before = await pids();
  const adopted = await command().said;
  expect([adopted.told, await pids()]).toEqual([[], before]);
});

test('its brokers have producer ids for whoever asks first', async () => {
  await stopCluster();
  await using cluster = await open();
  expect(await refusedProducers(cluster)).toEqual([0, 0, 0]);
});

test('four JVMs hold at most 800 MB', async () => {
  const { residentBytes } = await clusterStatus();
  expect(residentBytes).toBeLessThan(800 * 1024 * 1024);
});

test('the brokers run with the lab settings, and the table tells the production defaults truly', async () => {
  await using cluster = await open();
  const resources = [{ resourceType: ConfigResourceTypes.BROKER, resourceName: '1' }];
  const [broker] = await withAdmin(cluster, (admin) => admin.describeConfigs({ resources, includeSynonyms: true }));
  const running = new Map(broker?.configs.map((config) => [config.name, config]));
  const internal = ['log.initial.task.delay.ms'];
  const seen = labSettings
    .filter(({ name }) => !internal.includes(name))
    .map(({ name }) => ({
      name,
      labValue: running.get(name)?.value,
      productionDefault: running.get(name)?.synonyms.find(({ source }) => source === 5)?.value,
    }));
  expect(seen).toEqual(
    labSettings
      .filter(({ name }) => !internal.includes(name))
      .map(({ name, labValue, productionDefault }) => ({
        name,
        labValue,
        productionDefault: productionDefault.startsWith('none') ? undefined : productionDefault,
      })),
  );
  const kept = keptSettings.map(({ name }) => {
    const config = running.get(name);
    return { name, value: config?.value, sources: config?.synonyms.map(({ source }) => source) };
  });
  expect(kept).toEqual(keptSettings.map(({ name, value }) => ({ name, value, sources: [5] })));
});

test('killed, all of them: the next command starts them on their data', async () => {
  {
    await using cluster = await open();
    await withAdmin(cluster, (admin) => admin.createTopics({ topics: ['kept'], partitions: 1, replicas: 3 }));
  }
  const before = await pids();
  for (const { id } of (await clusterStatus()).members) signal(memberOf(id), 'SIGKILL');
  await using cluster = await open();
  await wholeAndOurs();
  expect((await pids()).filter((pid) => before.includes(pid))).toEqual([]);
  expect(await topics(cluster)).toContain('kept');
});

test('a broker that a dead experiment left frozen is thawed, one that a living one froze is not', async () => {
  signal(memberOf(2), 'SIGSTOP');
  await using _ = await openCluster();
  expect(stateOf(memberOf(2))).toBe('running');

  const owner = await holdElsewhere();
  signal(memberOf(2), 'SIGSTOP');
  expect((await command().said).told).toEqual([]);
  expect(stateOf(memberOf(2))).toBe('frozen');
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  await using _lease = await holdCluster('shared');
  await using _cluster = await openCluster();
  expect(stateOf(memberOf(2))).toBe('running');
});

test('a keeper that was killed is replaced by the next command', async () => {
  const keeper = () => readRecord(scene.files.record('keeper')) as ProcessId;
  const first = keeper();
  signal(first, 'SIGKILL');
  await command().said;
  expect([isAlive(first), isAlive(keeper())]).toEqual([false, true]);
});

test('a start that is killed at any moment leaves nobody unknown behind', async () => {
  for (const share of [0.1, 0.35, 0.6, 0.85]) {
    await stopCluster({ now: true });
    const start = command();
    await expect.poll(() => jvmsOf(scene.home).length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(Math.floor(share * 4));
    start.kill('SIGKILL');
    await once(start, 'exit');
    await command().said;
    await wholeAndOurs();
  }
});

test('the data is wiped on request, and the ports stay', async () => {
  await using before = await open();
  await using after = await resetCluster();
  expect(after.bootstrap).toEqual(before.bootstrap);
  expect(await topics(after)).toEqual([]);
});

test('a port that another program took is left to it', async () => {
  const [address = ''] = (await command().said).bootstrap;
  await stopCluster({ now: true });
  await using thief = createServer().listen(Number(address.split(':')[1]), '127.0.0.1');
  await once(thief, 'listening');
  told.length = 0;
  await using cluster = await open();
  expect(cluster.bootstrap).not.toContain(address);
  expect(told).toContain(`Port ${address.split(':')[1]} is taken by another program; choosing new ones`);
});

test('data that no broker starts on is wiped, with a word about it', async () => {
  await stopCluster({ now: true });
  writeFileSync(join(scene.files.folder(2), 'meta.properties'), 'version=1\ncluster.id=somebodyElsesClusterId\nnode.id=2\n');
  told.length = 0;
  await using cluster = await open();
  expect(
    told.filter((doing) => /^The data of the cluster is damaged \(.+\); starting afresh without it$/.test(doing)),
  ).toHaveLength(1);
  expect(await topics(cluster)).toEqual([]);
});

test('a torn state file costs the data, and no process is forgotten', async () => {
  const before = jvmsOf(scene.home);
  writeFileSync(scene.files.state, '{"format":1,');
  told.length = 0;
  await using _ = await open();
  expect(told.some((doing) => doing.startsWith("The cluster's state file is unreadable"))).toBe(true);
  await wholeAndOurs();
  expect(jvmsOf(scene.home).filter((pid) => before.includes(pid))).toEqual([]);
});

test('a pipe behind a command that starts the cluster ends with the command', async () => {
  await stopCluster({ now: true });
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', '"$0" "$1" | cat', process.execPath, program]);
  expect(JSON.parse(stdout).bootstrap).toHaveLength(3);
  await wholeAndOurs();
});

test('a cluster that nobody uses stops by itself, its keeper too', async () => {
  process.env['PROVING_IDLE'] = '2s';
  const keeper = readRecord(scene.files.record('keeper')) as ProcessId;
  try {
    const cluster = await open();
    expect((await clusterStatus()).idleLeft).toBe(null);
    await cluster[Symbol.asyncDispose]();
    await command().said;
  } finally {
    delete process.env['PROVING_IDLE'];
  }
  await expect.poll(() => jvmsOf(scene.home), { timeout: 90_000 }).toEqual([]);
  await expect.poll(() => isAlive(keeper), { timeout: 20_000 }).toBe(false);
  expect((await clusterStatus()).is).toBe('down');
  expect(existsSync(scene.files.run) ? readdirSync(scene.files.run) : []).toEqual([]);
});

async function holdElsewhere() {
  const hold = join(program, '..', 'hold.ts');
  const child = spawn(process.execPath, [hold, scene.files.leases], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
