import { existsSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { isAbsolute } from 'node:path';
import { type BrokerId, Plain, type Power } from '@proving/spec';
import { afterEach, describe, expect, test } from 'vitest';
import type { Cluster } from '../src/driver.ts';
import { clientOf } from './client.ts';
import { reaches } from './socket.ts';

/** The powers that a driver has do what `src/driver.ts` says of them, no less and no more. */
export function conformsInPower(given: () => Cluster, has: readonly Power[]): void {
  const all = () => given().brokers;
  const one = () => all()[1] as BrokerId;
  const at = async (broker: BrokerId) => reaches(await addressOf(given(), broker));
  const stateOf = (broker: BrokerId) => given().states().get(broker);
  afterEach(() => given().heal('60s'));

  describe.runIf(has.includes('kill'))('kill', () => {
    test('kills: gone when it returns; restart: answers when it returns', async () => {
      const power = await given().use('kill');
      const where = await addressOf(given(), one());
      await power.kill(one());
      expect([await reaches(where), stateOf(one())]).toEqual(['refuses', 'killed']);
      await power.restart(one());
      expect([await reaches(where), stateOf(one())]).toEqual(['answers', 'up']);
    });

    test('stop: gone when it returns, and the others lead at once', async () => {
      const power = await given().use('kill');
      const where = await addressOf(given(), one());
      await power.stop(one());
      expect([await reaches(where), stateOf(one())]).toEqual(['refuses', 'stopped']);
      await using topic = await clientOf(given()).topic(
        { 'min.insync.replicas': '2' },
        all().filter((id) => id !== one()),
      );
      await clientOf(given()).send(topic, ['while one is away']);
      await power.restart(one());
      expect(await clientOf(given()).read(topic, 1)).toEqual(['while one is away']);
    });

    test('a record that was acknowledged outlives the death of every broker, and all come back where they were', async () => {
      const power = await given().use('kill');
      const where = [...given().bootstrap];
      await using topic = await clientOf(given()).topic();
      await clientOf(given()).send(topic, ['kept']);
      for (const broker of all()) await power.kill(broker);
      expect([...given().states().values()]).toEqual(['killed', 'killed', 'killed']);
      await given().heal('60s');
      expect(given().bootstrap).toEqual(where);
      expect(await clientOf(given()).read(topic, 1)).toEqual(['kept']);
    });
  });

  describe.runIf(has.includes('freeze'))('freeze', () => {
    test('freezes: takes connections and says nothing; thaw: answers', async () => {
      const power = await given().use('freeze');
      const where = await addressOf(given(), one());
      await power.freeze(one());
      expect([await reaches(where), stateOf(one())]).toEqual(['silent', 'frozen']);
      await power.thaw(one());
      expect([await reaches(where), stateOf(one())]).toEqual(['answers', 'up']);
    });
  });

  test.runIf(has.includes('kill') && has.includes('freeze'))('heals one dead, one frozen, one stopped', async () => {
    const [kill, freeze] = [await given().use('kill'), await given().use('freeze')];
    const [a, b, c] = all() as [BrokerId, BrokerId, BrokerId];
    await kill.kill(a);
    await freeze.freeze(b);
    await kill.stop(c);
    expect([...given().states()]).toEqual([
      [a, 'killed'],
      [b, 'frozen'],
      [c, 'stopped'],
    ]);
    await given().heal('60s');
    expect([...given().states().values()]).toEqual(['up', 'up', 'up']);
    expect(await clientOf(given()).brokers()).toEqual(all());
  });

  test.runIf(has.includes('kill') && has.includes('freeze'))('a frozen broker can be killed and comes back', async () => {
    const [kill, freeze] = [await given().use('kill'), await given().use('freeze')];
    await freeze.freeze(one());
    await kill.kill(one());
    expect(stateOf(one())).toBe('killed');
    await kill.restart(one());
    expect(await at(one())).toBe('answers');
  });

  describe.runIf(has.includes('proxy'))('proxy', () => {
    test('each broker has a free port to listen at and a live one to forward to', async () => {
      const power = await given().use('proxy');
      const routes = all().map((broker) => power.route(broker));
      expect(new Set(routes.flatMap(({ listen, forward }) => [listen, forward])).size).toBe(6);
      for (const { listen, forward } of routes)
        expect([await reaches(`127.0.0.1:${listen}`), await reaches(`127.0.0.1:${forward}`)]).toEqual(['refuses', 'answers']);
      expect([...given().proxied].toSorted()).toEqual(routes.map(({ listen }) => `127.0.0.1:${listen}`).toSorted());
    });

    test('a client that comes through the proxies stays behind them', async () => {
      const power = await given().use('proxy');
      const passed = new Set<BrokerId>();
      const doors = all().map((broker) => door(power.route(broker), () => passed.add(broker)));
      await using _open = {
        [Symbol.asyncDispose]: () => Promise.all(doors.map(async (each) => (await each).close())).then(() => {}),
      };
      await Promise.all(doors);
      const behind = { ...given(), bootstrap: [given().proxied[0] as string] } as Cluster;
      await using topic = await clientOf(behind).topic({}, [...all()].toReversed());
      await clientOf(behind).send(topic, ['through the door']);
      expect(passed.has(all()[2] as BrokerId)).toBe(true);
    });
  });

  test.runIf(has.includes('files'))("files: a broker's folder holds the topic's log", async () => {
    const power = await given().use('files');
    await using topic = await clientOf(given()).topic();
    await clientOf(given()).send(topic, ['on disk']);
    for (const broker of all()) {
      const folder = await power.path(broker, `${topic.name}-0`);
      expect(isAbsolute(folder)).toBe(true);
      expect(statSync(`${folder}/00000000000000000000.log`).size).toBeGreaterThan(0);
    }
    const nothing = await power.path(one(), 'no-such-topic-0');
    expect(existsSync(nothing)).toBe(false);
  });

  describe.runIf(has.includes('cli'))('cli', () => {
    test("runs one of Kafka's own tools on this cluster", async () => {
      const power = await given().use('cli');
      await using topic = await clientOf(given()).topic();
      const { exit, out } = await power.run('kafka-topics', ['--describe', '--topic', topic.name]);
      expect({ exit, out }).toEqual({ exit: 0, out: expect.stringContaining(`Topic: ${topic.name}`) });
    });

    test('a tool that fails says so with its own words', async () => {
      const power = await given().use('cli');
      const { exit, out, err } = await power.run('kafka-topics', ['--describe', '--topic', 'no-such-topic-here']);
      expect(exit).not.toBe(0);
      expect(out + err).toContain('no-such-topic-here');
    });

    test('a tool that does not exist is refused', async () => {
      const power = await given().use('cli');
      await expect(power.run('kafka-nonsense', [])).rejects.toBeInstanceOf(Plain);
    });
  });
}

/** Where a broker says it can be found. */
async function addressOf(cluster: Cluster, broker: BrokerId): Promise<string> {
  const address = (await clientOf(cluster).addresses()).get(broker);
  if (!address) throw new Error(`Kafka does not name broker ${broker}`);
  return address;
}

/** The plainest of proxies: what comes in goes out, and each connection is noted. */
async function door({ listen, forward }: { readonly listen: number; readonly forward: number }, passed: () => void) {
  const server = createServer((socket) => {
    passed();
    const onward = connect({ host: '127.0.0.1', port: forward });
    socket.pipe(onward).pipe(socket);
    socket.on('error', () => onward.destroy());
    onward.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(listen, '127.0.0.1', resolve));
  return {
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
