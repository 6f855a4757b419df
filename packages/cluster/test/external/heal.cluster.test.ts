import type { BrokerId } from '@proving/spec';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cluster } from '../../src/driver.ts';
import { externalDriver } from '../../src/external/driver.ts';
import { jvmDriver } from '../../src/jvm/driver.ts';

let ours: Cluster;
let theirs: Cluster;
beforeAll(async () => {
  ours = await jvmDriver.start('standard', () => {});
  const driver = externalDriver({ ...process.env, PROVING_BOOTSTRAP: ours.bootstrap.join(','), PROVING_PREFIX: 'ada' });
  theirs = await driver.start('standard', () => {});
});
afterAll(async () => {
  await ours?.heal('60s');
  await ours?.[Symbol.asyncDispose]();
});

test('a broker that died is named, with what its port says; healing waits until its owner has brought it back', async () => {
  const [, second] = ours.brokers as readonly [BrokerId, BrokerId];
  const where = ours.bootstrap[1];
  const owner = await ours.use('kill');
  await owner.kill(second);
  await expect(theirs.heal('1s')).rejects.toMatchObject({
    code: 'brokers-missing',
    message: `Brokers that were there at the start do not answer any more: broker ${second} at ${where}; waited 1s.`,
    saw: `connect ECONNREFUSED ${where}`,
    fix: 'They are not ours to start: ask whoever runs them, then repeat the command.',
    exit: 3,
  });
  const healing = theirs.heal('60s');
  await owner.restart(second);
  await healing;
  expect([...theirs.states()]).toEqual(ours.brokers.map((id) => [id, 'up']));
});

test('what is made there carries the prefix', () => {
  expect(theirs.prefix).toBe('ada-');
  expect(theirs.security).toBe(null);
  expect(theirs.proxied).toEqual([]);
});
