import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedLesson } from '@proving/catalog';
import type { Happening, LadderReplica } from '@proving/replay';
import type { BrokerState, RunEvent } from '@proving/spec';
import { replay, spec } from '../course.ts';
import { type Arm, type Run, traceFile } from '../runs.ts';

/** A recorded experiment, short enough to be watched while passing by: its arms side by side, scene by scene. */
export interface Film {
  readonly run: Run;
  readonly arms: readonly FilmArm[];
}

export interface FilmArm {
  readonly arm: Arm;
  readonly scenes: readonly Scene[];
}

/** One thing that happened, and how the partition stood until the next one did. */
export interface Scene {
  /** Ms since the arm began. */
  readonly t: number;
  /** What happened, in the words of the terminal's line: `send`, `1–10`, `ok ×10`. */
  readonly said: { readonly verb: string; readonly what: string; readonly came: string };
  /** By broker. */
  readonly replicas: readonly (LadderReplica & { readonly state: BrokerState })[];
  /** The last one that a leader told. */
  readonly highWatermark: number;
  /** How many records had been promised. */
  readonly acknowledged: number;
}

/**
 * The film of an experiment with one partition.
 * @throws when its arms do not have the same scenes: they could not be watched beside each other
 */
export async function filmOf(lesson: LoadedLesson, run: Run): Promise<Film> {
  const arms = await Promise.all(
    run.arms.map(async (arm) => ({ arm, scenes: await scenesOf(join(lesson.dir, traceFile(run.experiment, arm.id))) })),
  );
  const [first, ...others] = arms.map(({ scenes }) => scenes.map(({ said }) => said.verb).join(', '));
  const other = others.find((each) => each !== first);
  if (other !== undefined) throw new Error(`The arms of ${run.experiment} differ in what happens: ${first}; ${other}`);
  return { run, arms };
}

async function scenesOf(file: string): Promise<readonly Scene[]> {
  const [{ parseTrace }, { ladder, measured, timeline }] = await Promise.all([spec(), replay()]);
  const events = measured(parseTrace(await readFile(file, 'utf8'), file).events);
  const end = events.at(-1)?.t ?? 0;
  const told = [...happened(timeline.of(events).items), { t: end, kind: 'measured', verb: 'measured', what: '', came: '' }];
  return told.map(({ t, kind, verb, what, came }, i) => {
    const before = events.filter((event) => event.t < (told[i + 1]?.t ?? Number.POSITIVE_INFINITY));
    const { topics, brokers } = ladder.of(before);
    const partition = topics[0]?.partitions[0];
    if (!partition) throw new Error(`${file} shows no partition at ${t} ms`);
    return {
      t,
      said: { verb, what, came: kind === 'send' ? (came.split('  ')[0] ?? '') : '' },
      replicas: partition.replicas
        .map((replica) => ({ ...replica, state: brokers.find(({ broker }) => broker === replica.broker)?.state ?? 'up' }))
        .toSorted((a, b) => a.broker - b.broker),
      highWatermark: before.reduce((known, event) => watermarkIn(event) ?? known, 0),
      acknowledged: before.reduce((sum, event) => sum + (event.type === 'client.ack' ? event.placed.length : 0), 0),
    };
  });
}

/** What is worth a scene: not how the experiment was set up, and of what was seen at once the first. */
const happened = (items: readonly Happening[]) => items.filter(({ kind, t }, i) => kind !== 'step' && t !== items[i - 1]?.t);

const watermarkIn = (event: RunEvent) => (event.type === 'cluster.snapshot' ? event.partitions[0]?.highWatermark : undefined);
