import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoadedLesson } from '@proving/catalog';
import type { ExperimentCard, Json, Prediction, TraceHeader } from '@proving/spec';
import { spec } from './course.ts';

/** One experiment as a page shows it: what is asked before it, and what the recorded run measured. */
export interface Run {
  readonly lesson: string;
  /** The step that runs it, from 1, for `pnpm lesson 07.3`. */
  readonly step: number;
  readonly experiment: string;
  readonly title: string;
  readonly claim: string;
  readonly ask: string;
  readonly predict: Prediction;
  /** What the recorded run answers to it, in the words of the question. */
  readonly measured: string;
  readonly arms: readonly Arm[];
  readonly recorded: Pick<TraceHeader, 'kafka' | 'driver' | 'at' | 'clients'>;
}

export interface Arm {
  readonly id: string;
  /** As the tables call it: `acks=1`. */
  readonly label: string;
  readonly observed: Json;
  /** How long the arm took, ms. */
  readonly ms: number;
}

/**
 * The recorded run of an experiment.
 * @throws when a trace is missing, unreadable or without a measurement
 */
export function runOf(lesson: LoadedLesson, experiment: string): Promise<Run> {
  const runs = known.get(lesson) ?? new Map<string, Promise<Run>>();
  known.set(lesson, runs);
  const run = runs.get(experiment) ?? readRun(lesson, experiment);
  runs.set(experiment, run);
  return run;
}

// The traces of a lesson are megabytes, and six pages ask for them. A lesson of which a trace has changed is loaded anew.
const known = new WeakMap<LoadedLesson, Map<string, Promise<Run>>>();

async function readRun(lesson: LoadedLesson, experiment: string): Promise<Run> {
  const card = lesson.manifest.experiments[experiment];
  if (!card) throw new Error(`lesson ${lesson.folder} has no experiment ${experiment}`);
  const traces = await Promise.all(Object.keys(card.arms).map((arm) => armOf(lesson, experiment, arm, card)));
  const { judgePrediction } = await spec();
  const observed = Object.fromEntries(traces.map(({ arm }) => [arm.id, arm.observed]));
  const step = lesson.steps.find(({ blocks }) => blocks.some((block) => block.kind === 'run' && block.experiment === experiment));
  const recorded = (traces[0] as (typeof traces)[number]).header;
  return {
    lesson: lesson.folder,
    step: step?.number ?? 1,
    experiment,
    title: card.title,
    claim: card.proves,
    ask: card.ask,
    predict: card.predict,
    measured: judgePrediction(card.predict, { kind: 'skipped' }, observed).measured,
    arms: traces.map(({ arm }) => arm),
    recorded: { kafka: recorded.kafka, driver: recorded.driver, at: recorded.at, clients: recorded.clients },
  };
}

/** Where a lesson keeps the trace of an arm, from the lesson's folder. */
export const traceFile = (experiment: string, arm: string) => `traces/${experiment}.${arm}.jsonl`;

async function armOf(lesson: LoadedLesson, experiment: string, id: string, card: ExperimentCard) {
  const file = traceFile(experiment, id);
  const { parseTrace } = await spec();
  const { header, events } = parseTrace(await readFile(join(lesson.dir, file), 'utf8'), `lessons/${lesson.folder}/${file}`);
  const measured = events.findLast((event) => event.type === 'observation');
  if (!measured) throw new Error(`lessons/${lesson.folder}/${file} has no measurement; record it again: pnpm prove --record`);
  const arm: Arm = { id, label: card.arms[id] ?? id, observed: measured.observed as Json, ms: Math.round(events.at(-1)?.t ?? 0) };
  return { header, arm };
}
