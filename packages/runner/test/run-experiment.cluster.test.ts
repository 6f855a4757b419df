import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCluster, stopCluster } from '@proving/cluster';
import { Observer } from '@proving/lab';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { coolDown, type ExperimentResult, runExperiment, type Told } from '../src/index.ts';
import manifest from './fixture/lesson.ts';

const lesson = { number: '99', folder: '99-misbehaviour', dir: `${import.meta.dirname}/fixture`, manifest };

async function run(experiment: string, signal?: AbortSignal): Promise<{ result: ExperimentResult; told: Told[] }> {
  const told: Told[] = [];
  const result = await runExperiment({ lesson, experiment, ...(signal && { signal }) }, (each) => told.push(each));
  return { result, told };
}

/** What is left on the cluster: broker states and the topics that are nobody's own. */
async function leftBehind() {
  await using cluster = await openCluster();
  await using observer = new Observer(cluster);
  const topics = (await observer.topics()).filter((name) => !name.startsWith('__'));
  return { topics, states: [...cluster.states().values()] };
}

describe('an experiment in a process of its own', () => {
  beforeAll(async () => {
    await (await openCluster())[Symbol.asyncDispose]();
  });
  afterEach(async () => {
    const { result } = await run('good');
    expect(result.verdict).toEqual({ kind: 'proved' });
    // The verdict is known before the cluster is healed and cleaned; a command ends when both are done.
    await coolDown();
    expect(await leftBehind()).toEqual({ topics: [], states: ['up', 'up', 'up'] });
  });
  afterAll(async () => {
    await coolDown();
    await stopCluster();
  });

  it('proves, with a trace of each arm and its figures', async () => {
    const { result, told } = await run('good');
    expect(result).toMatchObject({
      claim: 'holds',
      verdict: { kind: 'proved' },
      observations: { treatment: { stored: 2 }, control: { stored: 1 } },
      kafka: '4.3.1',
      driver: 'jvm',
    });
    expect(told.filter((each) => each.type === 'arm.started')).toEqual([
      { type: 'arm.started', arm: 'treatment', label: 'on', index: 0, of: 2 },
      { type: 'arm.started', arm: 'control', label: 'off', index: 1, of: 2 },
    ]);
    expect(result.traces.map(({ header, events }) => [header.arm, events[0]?.type, events.at(-1)?.type])).toEqual([
      ['treatment', 'arm.begin', 'arm.end'],
      ['control', 'arm.begin', 'arm.end'],
    ]);
    const acks = result.traces[0]?.events.flatMap((event) => (event.type === 'client.ack' ? event.placed : []));
    expect(acks).toEqual([
      { partition: 0, offset: 0 },
      { partition: 0, offset: 1 },
    ]);
  });

  it('refutes when the arms are swapped', async () => {
    expect((await run('swapped')).result.verdict).toEqual({
      kind: 'refuted',
      because: 'treatment: stored: expected 1, measured 2',
    });
  });

  it('outlives a blocked event loop, which counts as not judged', async () => {
    const { result } = await run('blocks');
    expect(result.verdict).toEqual({
      kind: 'unjudged',
      because: 'treatment: its event loop stood still: no word for 7 s, where its budget was 2 s',
    });
  });

  it('ends a blocked experiment at once when the learner has had enough', async () => {
    const controller = new AbortController();
    const told: Told[] = [];
    const running = runExperiment({ lesson, experiment: 'blocks', signal: controller.signal }, (each) => {
      told.push(each);
      if (each.type === 'event' && each.event.type === 'topic.created') controller.abort();
    });
    expect((await running).verdict).toEqual({ kind: 'could-not-run', because: 'it was interrupted', fix: null });
  });

  it('says how the process ended', async () => {
    expect((await run('exits')).result.verdict).toMatchObject({
      kind: 'could-not-run',
      because: "the experiment's process ended with code 2 in the arm treatment",
    });
  });

  it('keeps the words of an error', async () => {
    const { result } = await run('throws');
    expect(result.verdict).toMatchObject({ kind: 'could-not-run', because: 'treatment: TypeError: the author forgot 2' });
  });

  it('says where an experiment that does not parse goes wrong', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'proving-unparsed-'));
    await mkdir(join(dir, 'experiments'));
    await writeFile(
      join(dir, 'experiments', 'good.ts'),
      "import { experiment } from '@proving/lab';\nexport default experiment(;\n",
    );
    const result = await runExperiment({ lesson: { ...lesson, dir }, experiment: 'good' }, () => undefined);
    await rm(dir, { recursive: true });
    expect(result.verdict).toMatchObject({ kind: 'could-not-run' });
    expect(JSON.stringify(result.verdict)).toMatch(/good\.ts:2/);
  });

  it('calls a deadline and a spent budget not judged, and says what it waited for', async () => {
    expect((await run('waits')).result.verdict).toEqual({
      kind: 'unjudged',
      because: 'treatment: Waited 0.3 s for: a state that never comes. Last seen: not yet',
    });
    expect((await run('sleeps')).result.verdict).toEqual({
      kind: 'unjudged',
      because: 'treatment: The time budget of 1 s is used up. Last seen: waiting for a state that never comes',
    });
  });

  it('calls silence not judged', async () => {
    expect((await run('silent')).result.verdict.kind).toBe('unjudged');
  });

  it('heals what an arm leaves broken', async () => {
    const { result } = await run('leaves-brokers-down');
    expect(result.verdict).toEqual({ kind: 'proved' });
  });
});
