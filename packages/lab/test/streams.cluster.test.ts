import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cluster, home, lackingForStreams, openCluster, stopCluster } from '@proving/cluster';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Observer, type OpenLab, openLab, type Topic } from '../src/index.ts';

// Where there is no JDK or no Maven these are skipped: what was not looked at is not green.
describe.skipIf(lackingForStreams() !== null)('Kafka Streams beside an experiment', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await openCluster();
    await cluster.serve('streams');
  }, 600_000);
  afterAll(async () => {
    await cluster[Symbol.asyncDispose]();
    await stopCluster();
  });

  it('counts as it should, moves records by value, and leaves nothing behind', async () => {
    const { lab, orders, counts } = await scene(cluster);
    const application = await lab.kafkaStreams('programs/Counts.java', { input: orders.name, output: counts.name });
    await send(lab, orders, ['a', 'b', 'a']);
    await application.hasRead([orders]);
    expect(await reads(lab, counts)).toEqual(['a=1', 'a=2', 'b=1']);
    expect(await application.sum('stream-thread-metrics', 'process-total')).toBeGreaterThanOrEqual(3);
    expect(await application.sum('stream-task-metrics', 'no-such-metric')).toBeNaN();
    const own = async () => (await topics(cluster)).filter((name) => name.startsWith(`${application.id}-`));
    expect((await own()).length).toBe(2);
    await lab[Symbol.asyncDispose]();
    expect([await own(), folders()]).toEqual([[], []]);
  });

  it('goes on under the same name after SIGKILL, and after a stop', async () => {
    const { lab, orders, counts } = await scene(cluster);
    const settings = { input: orders.name, output: counts.name };
    const first = await lab.kafkaStreams('programs/Counts.java', settings);
    await send(lab, orders, ['a']);
    await eventuallyReads(lab, counts, ['a=1']);
    await first.hasRead([orders]);
    await first.kill();
    await send(lab, orders, ['a']);
    const second = await lab.kafkaStreams('programs/Counts.java', { ...settings, 'application.id': first.id });
    await eventuallyReads(lab, counts, ['a=1', 'a=2']);
    await second.stop();
    await send(lab, orders, ['a']);
    await lab.kafkaStreams('programs/Counts.java', { ...settings, 'application.id': first.id });
    await eventuallyReads(lab, counts, ['a=1', 'a=2', 'a=3']);
    await lab[Symbol.asyncDispose]();
  });

  it('tells the last words of a program that ends, and what a compiler refuses', async () => {
    const { lab, orders } = await scene(cluster);
    const application = await lab.kafkaStreams('programs/Broken.java');
    await send(lab, orders, ['a']);
    await expect(application.hasRead([orders])).rejects.toMatchObject({
      code: 'program-ended',
      saw: expect.stringContaining('no topology to speak of'),
    });
    await expect(lab.kafkaStreams('programs/Refused.java')).rejects.toMatchObject({ code: 'java-refused' });
    await lab[Symbol.asyncDispose]();
  });

  it('ends with an experiment that is killed; the next one clears its folder away', async () => {
    const child = fork(join(import.meta.dirname, 'programs/counting.ts'));
    const [id] = (await once(child, 'message')) as [string];
    const folder = join(applications(), id);
    expect([existsSync(folder), jvmsOf(id).length]).toEqual([true, 1]);
    child.kill('SIGKILL');
    await expect.poll(() => jvmsOf(id), { timeout: 10_000 }).toEqual([]);
    await cluster.serve('streams');
    expect(existsSync(folder)).toBe(false);
  });
});

async function scene(cluster: Cluster): Promise<{ readonly lab: OpenLab; readonly orders: Topic; readonly counts: Topic }> {
  const nothing = () => undefined;
  const lab = openLab({ cluster, seed: 1, file: import.meta.filename, emit: nothing, remember: nothing, log: nothing });
  await lab.prepare();
  return { lab, orders: await lab.topic(), counts: await lab.topic({ title: 'counts' }) };
}

async function send(lab: OpenLab, topic: Topic, values: readonly string[]): Promise<void> {
  const producer = await lab.connect(lab.kafka.producer());
  await producer.send({ topic: topic.name, messages: values.map((value) => ({ value })) });
}

const eventuallyReads = (lab: OpenLab, topic: Topic, wanted: readonly string[]): Promise<void> =>
  expect.poll(() => reads(lab, topic), { timeout: 40_000 }).toEqual(wanted);

/** By key and count; records of different keys may stand in any order. */
async function reads(lab: OpenLab, topic: Topic): Promise<readonly string[]> {
  const records = await lab.readAll(topic, { isolation: 'read_committed' });
  return records.map(({ key, value }) => `${key}=${value}`).toSorted();
}

async function topics(cluster: Cluster): Promise<readonly string[]> {
  await using observer = new Observer(cluster);
  return observer.topics();
}

const applications = () => join(home(), 'streams', readdirSync(join(home(), 'streams'))[0] as string, 'applications');
const folders = () => readdirSync(applications());

/** Every JVM whose command line names that application. Linux only. */
function jvmsOf(id: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && lineOf(pid).includes(`${id}/settings.properties`));
}

function lineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
