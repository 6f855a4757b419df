import { type Power, powers } from '@proving/spec';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cluster, Driver } from '../src/driver.ts';
import { clientOf } from './client.ts';
import { conformsInPower } from './powers.ts';
import { reaches } from './socket.ts';

export interface Expected {
  /** Every power that the driver must have; it must refuse each of the others. */
  readonly powers: readonly Power[];
  /** Whether the brokers carry this course's settings: a fresh topic then says min.insync.replicas=2. */
  readonly labSettings: boolean;
  readonly kafka: string | RegExp;
}

/** What every driver promises in `src/driver.ts`, tried on a running cluster of three brokers. */
export function conforms(make: () => Driver | Promise<Driver>, expected: Expected): void {
  let driver: Driver;
  let cluster: Cluster;
  beforeAll(async () => {
    driver = await make();
    cluster = await driver.start('standard', () => {});
    await cluster.heal('60s');
  });
  afterAll(async () => {
    await cluster?.heal('60s');
    await cluster?.[Symbol.asyncDispose]();
  });

  describe('a running cluster', () => {
    test('its driver says that it is ready', async () => {
      expect(await driver.probe()).toEqual({ ready: true });
    });

    test('says what it is', () => {
      expect(cluster.driver).toBe(driver.name);
      expect(cluster.shape).toBe('standard');
      expect(cluster.kafka).toMatch(expected.kafka);
      expect(cluster.prefix).toMatch(driver.name === 'external' ? /^[a-z0-9][a-z0-9-]*-$/i : /^$/);
      expect([...cluster.powers].toSorted()).toEqual([...expected.powers].toSorted());
    });

    test('takes connections at every bootstrap address', async () => {
      expect(cluster.bootstrap.length).toBeGreaterThan(0);
      expect(await Promise.all(cluster.bootstrap.map((address) => reaches(address)))).toEqual(
        cluster.bootstrap.map(() => 'answers'),
      );
    });

    test('has three brokers, and Kafka names the same', async () => {
      expect(cluster.brokers).toHaveLength(3);
      expect(await clientOf(cluster).brokers()).toEqual(cluster.brokers);
      expect([...cluster.states()]).toEqual(cluster.brokers.map((id) => [id, 'up']));
    });

    test('keeps the min.insync.replicas a topic asks for', async () => {
      await using topic = await clientOf(cluster).topic({ 'min.insync.replicas': '2' });
      expect(await topic.setting('min.insync.replicas')).toBe('2');
    });

    // With eligible leader replicas the brokers' own line does not count, the controller's does: only a describe can tell.
    test.runIf(expected.labSettings)('gives min.insync.replicas=2 to a topic that does not ask', async () => {
      await using topic = await clientOf(cluster).topic();
      expect(await topic.setting('min.insync.replicas')).toBe('2');
    });

    test('gives back the records it was given', async () => {
      await using topic = await clientOf(cluster).topic();
      await clientOf(cluster).send(topic, ['first', 'second', 'third']);
      expect(await clientOf(cluster).read(topic, 3)).toEqual(['first', 'second', 'third']);
    });

    test('heals at once when nothing is broken', async () => {
      await cluster.heal('10s');
      expect([...cluster.states().values()]).toEqual(['up', 'up', 'up']);
    });

    test('is shared by two who ask at once, and goes on when one lets go of it', async () => {
      const [one, other] = await Promise.all([driver.start('standard', () => {}), driver.start('standard', () => {})]);
      expect(other.bootstrap).toEqual(one.bootstrap);
      expect(one.bootstrap).toEqual(cluster.bootstrap);
      await one[Symbol.asyncDispose]();
      expect(await clientOf(other).brokers()).toEqual(cluster.brokers);
      await other[Symbol.asyncDispose]();
      expect(await clientOf(cluster).brokers()).toEqual(cluster.brokers);
    });
  });

  describe('powers', () => {
    const refused = powers.filter((power) => !expected.powers.includes(power));
    test.each(refused)('refuses %s, and says why', async (power) => {
      await expect(cluster.use(power)).rejects.toMatchObject({
        name: 'Plain',
        code: 'not-provable-here',
        exit: 2,
        message: expect.stringMatching(/^Not provable here: .{20,}\.$/),
        fix: expect.stringMatching(/\S/),
      });
    });

    conformsInPower(() => cluster, expected.powers);
  });
}
