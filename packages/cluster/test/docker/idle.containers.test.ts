import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { containersOf } from '../../src/docker/containers.ts';
import { dockerDriver } from '../../src/docker/driver.ts';
import { dockerFiles } from '../../src/docker/files.ts';
import { clusterStatus } from '../../src/index.ts';
import { readRecord } from '../../src/jvm/member-state.ts';
import { isAlive, type ProcessId } from '../../src/processes.ts';

const driver = dockerDriver();
const readiness = await driver.probe();

describe.skipIf(!readiness.ready)('containers', () => {
  test('that nobody uses are stopped after a while, and what watched over them ends', async () => {
    const files = dockerFiles();
    process.env['PROVING_IDLE'] = '2s';
    const cluster = await driver.start('standard', () => {}).finally(() => delete process.env['PROVING_IDLE']);
    const keeper = readRecord(files.record('keeper')) as ProcessId;
    expect(isAlive(keeper)).toBe(true);
    expect((await clusterStatus({ driver: 'docker' })).idleLeft).toBe(null);
    await cluster[Symbol.asyncDispose]();
    await expect.poll(async () => [...(await containersOf(files)).keys()], { timeout: 90_000, interval: 500 }).toEqual([]);
    await expect.poll(() => isAlive(keeper), { timeout: 20_000 }).toBe(false);
    const { is, idleLeft } = await clusterStatus({ driver: 'docker' });
    expect({ is, idleLeft, isMeantToRun: existsSync(files.runs) }).toEqual({ is: 'down', idleLeft: null, isMeantToRun: false });
  });
});
