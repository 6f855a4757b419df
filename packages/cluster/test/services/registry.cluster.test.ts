import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Cluster,
  clusterLogs,
  clusterStatus,
  openCluster,
  resetCluster,
  type SchemaRegistry,
  stopCluster,
} from '../../src/index.ts';
import { processOf, readRecord } from '../../src/jvm/member-state.ts';
import { isAlive, type ProcessId, signal, stateOf } from '../../src/processes.ts';
import { callOn } from '../../src/services/registry/named.ts';
import { probeRegistry } from '../../src/services/registry/status.ts';
import { homeOfItsOwn, jvmsOf } from '../scene.ts';
import { listening, loopback } from '../sockets.ts';

// One registry goes through all of it, in order. Without a Java that it runs on these are skipped.
describe.skipIf(probeRegistry().runsOn === null)('a registry beside the brokers', () => {
  let scene: Awaited<ReturnType<typeof homeOfItsOwn>>;
  let cluster: Cluster;
  beforeAll(async () => {
    scene = await homeOfItsOwn(undefined, ['registry']);
    cluster = await openCluster();
  }, 600_000);
  afterAll(async () => {
    await cluster?.[Symbol.asyncDispose]();
    await scene?.[Symbol.asyncDispose]();
  }, 60_000);

  const told: string[] = [];
  const serve = () => {
    told.length = 0;
    return cluster.serve('registry', ({ doing }) => told.push(doing));
  };
  const registries = () => jvmsOf(scene.home, 'quarkus-run.jar');
  const itself = () => processOf(scene.files, 'registry') as ProcessId;
  const portOf = ({ url }: SchemaRegistry) => Number(new URL(url).port);

  test('is not there until it is asked for', async () => {
    expect([(await clusterStatus()).registry, registries()]).toEqual([null, []]);
  });

  test('two that ask at once get one, on loopback, with a line in the status', async () => {
    const [one, other] = await Promise.all([serve(), cluster.serve('registry')]);
    expect(one.url).toBe(other.url);
    expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/apis\/ccompat\/v7$/);
    const { registry } = await clusterStatus();
    expect(registry).toMatchObject({ is: 'up', port: portOf(one), url: one.url, pid: itself().pid });
    expect(registries()).toEqual([itself().pid]);
    const addresses = listening(itself().pid);
    expect([addresses.length > 0, addresses.filter((address) => !loopback.includes(address))]).toEqual([true, []]);
  });

  test('who asks next adopts it: the same process, nothing told', async () => {
    const { pid } = itself();
    await serve();
    expect([told, itself().pid]).toEqual([[], pid]);
  });

  test('gives one schema one id under two subjects, refuses what breaks readers', async () => {
    const { url } = await serve();
    const [one, two] = [await register(url, 'orders-value', order()), await register(url, 'returns-value', order())];
    expect(one).toEqual({ status: 200, id: expect.any(Number) });
    expect(two).toEqual(one);
    expect(await register(url, 'orders-value', order({ name: 'shop', type: 'string' }))).toEqual({ status: 409 });
    expect(await register(url, 'orders-value', order({ name: 'shop', type: 'string', default: '' }))).toMatchObject({
      status: 200,
    });
  });

  test('killed right behind a registration: it comes back at its place with every schema', async () => {
    const registry = await serve();
    const { id } = await register(registry.url, 'late-value', order({ name: 'late', type: 'int' }));
    const left = join(scene.files.scratch, 'left by the killed one');
    writeFileSync(left, '');
    await registry.kill();
    expect([registries(), (await clusterStatus()).registry?.is]).toEqual([[], 'killed']);
    // Its last words can still be read.
    expect((await clusterLogs()).find(({ id }) => id === 'registry')?.lines.join('\n')).toMatch(/apicurio/i);
    const again = await serve();
    expect(again.url).toBe(registry.url);
    expect(told).toContain('Starting the schema registry');
    expect([existsSync(left), readdirSync(scene.files.scratch).length > 0]).toEqual([false, true]);
    expect(await (await fetch(`${again.url}/schemas/ids/${id}/subjects`)).json()).toEqual(['late-value']);
  });

  test('a registry that a dead experiment left frozen goes on', async () => {
    signal(itself(), 'SIGSTOP');
    await expect.poll(() => stateOf(itself())).toBe('frozen');
    const { pid } = itself();
    await serve();
    expect([stateOf(itself()), itself().pid]).toEqual(['running', pid]);
  });

  test('a port that another program took is left to it', async () => {
    const registry = await serve();
    await registry.kill();
    await using thief = createServer().listen(portOf(registry), '127.0.0.1');
    await once(thief, 'listening');
    expect((await serve()).url).not.toBe(registry.url);
    expect(told).toContain(`Port ${portOf(registry)} is taken by another program; choosing a new one`);
  });

  test('schemas on which it does not start are wiped, with a word about it', async () => {
    await (await serve()).kill();
    for (const name of readdirSync(scene.files.schemas)) writeFileSync(join(scene.files.schemas, name), 'not a database');
    const { url } = await serve();
    expect(
      told.filter((doing) => /^The schemas of the registry are damaged \(.+\); starting afresh without them$/.test(doing)),
    ).toHaveLength(1);
    expect(await (await fetch(`${url}/subjects`)).json()).toEqual([]);
  });

  test('is wiped with the brokers, and stopped with them', async () => {
    await register((await serve()).url, 'gone-value', order());
    await using reset = await resetCluster({ now: true });
    expect(registries()).toEqual([]);
    const { url } = await reset.serve('registry');
    expect(await (await fetch(`${url}/subjects`)).json()).toEqual([]);
    await stopCluster({ now: true });
    expect([registries(), (await clusterStatus()).registry, readRecord(scene.files.record('registry'))]).toEqual([[], null, null]);
  });

  test("somebody else's is used as it is, and not killed", async () => {
    await using again = await openCluster();
    const { url } = await again.serve('registry');
    const theirs = await callOn(url);
    expect(theirs.url).toBe(url);
    await expect(theirs.kill()).rejects.toMatchObject({ code: 'not-provable-here', exit: 2 });
    expect(isAlive(itself())).toBe(true);
  });
});

async function register(url: string, subject: string, schema: object): Promise<{ readonly status: number; readonly id?: number }> {
  const answer = await fetch(`${url}/subjects/${subject}/versions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ schema: JSON.stringify(schema) }),
  });
  const { id } = (await answer.json()) as { readonly id?: number };
  return { status: answer.status, ...(id !== undefined && { id }) };
}

const order = (...more: readonly object[]) => ({
  type: 'record',
  name: 'Order',
  fields: [{ name: 'id', type: 'string' }, ...more],
});
