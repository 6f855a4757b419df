import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedLesson } from '@proving/catalog';
import type { LadderBroker, LadderPartition } from '@proving/replay';
import type { LedgerLine } from '@proving/spec';
import { replay, spec } from '../course.ts';
import { standingOf } from '../proofs.ts';
import { type Arm, type Run, runOf, traceFile } from '../runs.ts';

/** What the home page shows: one recorded experiment, and how all claims stand. */
export interface HomeData {
  readonly claims: number;
  readonly proved: number;
  readonly runs: number;
  /** Day of the newest run. */
  readonly on: string;
  readonly experiments: number;
  readonly run: Run;
  readonly ends: readonly ArmEnd[];
}

/** How the replicas stood when an arm had ended, and how far they had reached when its first fault came. */
export interface ArmEnd {
  readonly arm: Arm;
  readonly brokers: readonly LadderBroker[];
  readonly partition: LadderPartition;
  /** The longest that a replica's log ever was, broker by broker. */
  readonly reached: Readonly<Record<string, number>>;
}

const shown = { folder: '07-acks-and-durability', experiment: '01-leader-dies-after-ok' };

export async function homeData(lessons: readonly LoadedLesson[], lines: readonly LedgerLine[]): Promise<HomeData> {
  const standings = lessons.flatMap(({ folder, manifest }) =>
    Object.keys(manifest.claims).map((id) => standingOf(lines, folder, id)),
  );
  const lesson = lessons.find(({ folder }) => folder === shown.folder);
  if (!lesson) throw new Error(`The home page shows ${shown.folder}, and there is no such lesson`);
  const run = await runOf(lesson, shown.experiment);
  return {
    claims: standings.length,
    proved: standings.filter(({ verdict }) => verdict === 'proved').length,
    runs: lines.length,
    on:
      lines
        .map(({ at }) => at.slice(0, 10))
        .toSorted()
        .at(-1) ?? '',
    experiments: lessons.reduce((sum, { manifest }) => sum + Object.keys(manifest.experiments).length, 0),
    run,
    ends: await Promise.all(run.arms.map((arm) => endOf(lesson, arm))),
  };
}

/** The traces of the experiment on the home page, which are fetched when it is played. */
export function homeTraces(lessons: readonly LoadedLesson[]): { readonly treatment: string; readonly control: string } {
  const dir = lessons.find(({ folder }) => folder === shown.folder)?.dir ?? '';
  const trace = (arm: string) => join(dir, traceFile(shown.experiment, arm));
  return { treatment: trace('treatment'), control: trace('control') };
}

async function endOf(lesson: LoadedLesson, arm: Arm): Promise<ArmEnd> {
  const [{ parseTrace }, { ladder }] = await Promise.all([spec(), replay()]);
  const { events } = parseTrace(await readFile(join(lesson.dir, traceFile(shown.experiment, arm.id)), 'utf8'));
  const { topics, brokers } = ladder.of(events);
  const partition = topics[0]?.partitions[0];
  if (!partition) throw new Error(`${shown.experiment} shows no partition`);
  const reached: Record<string, number> = {};
  for (const event of events)
    if (event.type === 'cluster.snapshot')
      for (const { broker, logEnd } of event.partitions[0]?.replicas ?? [])
        reached[broker] = Math.max(reached[broker] ?? 0, logEnd ?? 0);
  return { arm, brokers, partition, reached };
}
