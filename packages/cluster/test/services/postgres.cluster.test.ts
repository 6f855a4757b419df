import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Cluster,
  clusterStatus,
  openCluster,
  type Postgres,
  probeDrivers,
  resetCluster,
  stopCluster,
} from '../../src/index.ts';
import { processOf, readRecord } from '../../src/jvm/member-state.ts';
import { isAlive, type ProcessId, signal, stateOf } from '../../src/processes.ts';
import { folderOf } from '../../src/services/postgres/state.ts';
import { asking } from '../../src/services/postgres/wire.ts';
import { waitFor } from '../../src/wait.ts';
import { homeOfItsOwn, jvmsOf } from '../scene.ts';
import { listening, loopback } from '../sockets.ts';

const { lacking } = (await probeDrivers()).postgres;

// One Postgres goes through all of it, in order. Where it cannot run these are skipped.
describe.skipIf(lacking !== null)('a Postgres beside the brokers', () => {
  let scene: Awaited<ReturnType<typeof homeOfItsOwn>>;
  let cluster: Cluster;
  beforeAll(async () => {
    scene = await homeOfItsOwn();
    cluster = await openCluster();
  }, 600_000);
  afterAll(async () => {
    await cluster?.[Symbol.asyncDispose]();
    await scene?.[Symbol.asyncDispose]();
  }, 60_000);

  const told: string[] = [];
  const serve = () => {
    told.length = 0;
    return cluster.serve('postgres', ({ doing }) => told.push(doing));
  };
  const itself = () => processOf(scene.files, 'postgres') as ProcessId;
  const servers = () => jvmsOf(scene.home, 'native/bin/postgres');
  const portOf = ({ url }: Postgres) => Number(new URL(url).port);
  const rows = async ({ url }: Postgres) =>
    asking(url, async (client) => (await client.query('select n from kept order by n')).rows.map(({ n }) => n));

  test('is not there until it is asked for', async () => {
    expect([(await clusterStatus()).postgres, servers()]).toEqual([null, []]);
  });

  test('two that ask at once get one, on loopback, without a socket file, and no root', async () => {
    const [one, other] = await Promise.all([serve(), cluster.serve('postgres')]);
    expect(one.url).toBe(other.url);
    const { postgres } = await clusterStatus();
    expect(postgres).toMatchObject({ is: 'up', port: portOf(one), pid: itself().pid, version: '18.4' });
    expect(postgres?.url).not.toContain(new URL(one.url).password);
    expect(servers()).toEqual([itself().pid]);
    const addresses = listening(itself().pid);
    expect([addresses.length > 0, addresses.filter((address) => !loopback.includes(address))]).toEqual([true, []]);
    expect(readFileSync('/proc/net/unix', 'utf8')).not.toContain(`.s.PGSQL.${portOf(one)}`);
    expect(readFileSync(`/proc/${itself().pid}/status`, 'utf8')).not.toMatch(/^Uid:.*\b0\b/m);
    const asked = await asking(one.url, async (client) => (await client.query('show unix_socket_directories')).rows);
    expect(asked).toEqual([{ unix_socket_directories: '' }]);
  });

  test('nobody gets in without the password', async () => {
    const url = new URL((await serve()).url);
    url.password = 'guessed';
    await expect(asking(url.href, (client) => client.query('select 1'))).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(scene.files.tables, 'password')).mode & 0o077).toBe(0);
  });

  test('who asks next adopts it: the same process, nothing told', async () => {
    const { pid } = itself();
    await serve();
    expect([told, itself().pid]).toEqual([[], pid]);
  });

  test('killed right behind a commit, at any moment: it comes back at its place with every row', async () => {
    const before = await serve();
    await asking(before.url, (client) => client.query('create table kept (n int primary key)'));
    for (let n = 1; n <= 5; n++) {
      const postgres = await serve();
      await asking(postgres.url, (client) => client.query('insert into kept values ($1)', [n]));
      const writing = asking(postgres.url, (client) => client.query('insert into kept select generate_series(100, 400000)'));
      signal(itself(), 'SIGKILL');
      await expect(writing).rejects.toThrow();
      expect(['killed', 'up']).toContain((await clusterStatus()).postgres?.is);
      const again = await serve();
      expect(again.url).toBe(before.url);
      expect(await rows(again)).toEqual(Array.from({ length: n }, (_, i) => i + 1));
    }
  }, 120_000);

  test('one that was killed while it started is started again', async () => {
    signal(itself(), 'SIGKILL');
    const starting = serve();
    const dead = itself().pid;
    const found = await waitFor(
      'another process',
      () => {
        const process = readRecord(scene.files.record('postgres'));
        return process && process.pid !== dead && process;
      },
      { within: '10s', every: '2ms' },
    );
    signal(found, 'SIGKILL');
    expect(await rows(await starting)).toEqual([1, 2, 3, 4, 5]);
  });

  test('one that a dead experiment left frozen goes on', async () => {
    signal(itself(), 'SIGSTOP');
    await expect.poll(() => stateOf(itself())).toBe('frozen');
    const { pid } = itself();
    await serve();
    expect([stateOf(itself()), itself().pid]).toEqual(['running', pid]);
  });

  test('a port that another program took is left to it', async () => {
    const postgres = await serve();
    signal(itself(), 'SIGKILL');
    await waitFor('it to be gone', () => !isAlive(itself()), { within: '10s' });
    await using thief = createServer().listen(portOf(postgres), '127.0.0.1');
    await once(thief, 'listening');
    expect((await serve()).url).not.toBe(postgres.url);
    expect(told).toContain(`Port ${portOf(postgres)} is taken by another program; choosing a new one`);
  });

  test('a data folder that was not made to its end is made again', async () => {
    await serve();
    signal(itself(), 'SIGKILL');
    await waitFor('it to be gone', () => !isAlive(itself()), { within: '10s' });
    rmSync(join(scene.files.tables, 'made'));
    const { url } = await serve();
    expect(await asking(url, async (client) => (await client.query("select to_regclass('kept') as it")).rows)).toEqual([
      { it: null },
    ]);
  }, 60_000);

  test('tables on which it does not start are wiped, with a word about it', async () => {
    await serve();
    signal(itself(), 'SIGKILL');
    await waitFor('it to be gone', () => !isAlive(itself()), { within: '10s' });
    const folder = join(folderOf(scene.files), 'global');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'not a table');
    await serve();
    expect(
      told.filter((doing) => /^The tables of Postgres are damaged \(.+\); starting afresh without them$/.test(doing)),
    ).toHaveLength(1);
  }, 60_000);

  test('stops at once with a client in it, is wiped with the brokers, and leaves nothing', async () => {
    const { url } = await serve();
    const sleeping = asking(url, (client) => client.query('select pg_sleep(60)'), 70_000);
    sleeping.catch(() => undefined);
    await using reset = await resetCluster({ now: true });
    await expect(sleeping).rejects.toThrow();
    expect(servers()).toEqual([]);
    await reset.serve('postgres');
    await stopCluster({ now: true });
    expect([servers(), (await clusterStatus()).postgres, readRecord(scene.files.record('postgres'))]).toEqual([[], null, null]);
  }, 60_000);
});
