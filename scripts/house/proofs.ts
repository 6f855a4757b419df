import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findLessons, type LoadedLesson, loadLesson } from '@proving/catalog';
import { lackingForStreams, probeDrivers } from '@proving/cluster';
import { coolDown, judgeExercise, runExperiment } from '@proving/runner';
import { type Service, servicesOf } from '@proving/spec';
import { nothing, oneFailed, onePassed, type Tally, together } from './tally.ts';

type Say = (line: string) => void;
/** Null when it is as it must be, else what was seen. */
type Outcome = string | null;

/**
 * Every claim of the course and every control of its exercises, on real brokers: each experiment is proved, each untouched start
 * fails, each solution passes, twice, and each near miss fails with the words that are meant for it. Nothing is tried again. What
 * this machine lacks a service for is not judged here: it counts as skipped, and the reason is said.
 */
export async function proveEverything(
  root: string,
  signal: AbortSignal,
  say: Say,
  isMeant: (lesson: string) => boolean = () => true,
): Promise<Tally> {
  let tally = nothing;
  const count = (what: string, outcome: Outcome) => {
    signal.throwIfAborted();
    say(`${outcome === null ? 'ok' : 'FAILED'}  ${what}${outcome === null ? '' : `: ${outcome}`}`);
    tally = together(tally, outcome === null ? onePassed : oneFailed(`${what}: ${outcome}`));
  };
  const pass = (skipped: number, what: string, lacking: string) => {
    say(`not judged here  ${what}: ${lacking}`);
    tally = together(tally, { ...nothing, skipped });
  };
  try {
    for (const folder of await findLessons(root)) {
      if (!isMeant(folder.number)) continue;
      const lesson = await loadLesson(folder).catch((error: unknown) => count(`${folder.number} can be opened`, String(error)));
      if (!lesson) continue;
      for (const experiment of Object.keys(lesson.manifest.experiments)) {
        const lacking = await lackingOf(servicesOf(lesson.manifest, experiment));
        if (lacking !== null) pass(1, `${folder.number} ${experiment}`, lacking);
        else count(`${folder.number} ${experiment} is proved`, await proved(lesson, experiment, signal));
      }
      const controls = controlsOf(lesson);
      const lacking = await lackingOf(servicesOf(lesson.manifest));
      if (lacking !== null) pass(controls.length, `${folder.number}, ${controls.length} controls of its exercise`, lacking);
      else
        for (const [what, file, wanted] of controls) count(`${folder.number} ${what}`, await judged(lesson, file, wanted, signal));
    }
  } finally {
    await coolDown();
  }
  return tally;
}

/** Why one of these services cannot be had on this machine; null: all can. */
async function lackingOf(services: readonly Service[]): Promise<string | null> {
  if (services.length === 0) return null;
  const { registry, postgres, engine, java } = await probeDrivers();
  if (services.includes('registry') && registry.runsOn === null)
    return `the schema registry needs Java ${registry.oldestJava} or newer, and the newest here is ${java[0]?.version ?? 'none'}`;
  if (services.includes('postgres') && postgres.lacking !== null) return postgres.lacking.because;
  if (services.includes('engine') && engine.lacking !== null) return engine.lacking.because;
  return services.includes('streams') ? lackingForStreams() : null;
}

async function proved(lesson: LoadedLesson, experiment: string, signal: AbortSignal): Promise<Outcome> {
  const { verdict } = await runExperiment({ lesson, experiment, signal }, () => {});
  return verdict.kind === 'proved' ? null : `${verdict.kind}: ${verdict.because}`;
}

type Wanted = { readonly passes: true } | { readonly fails: string | null };
type Control = readonly [what: string, file: string, wanted: Wanted];

function controlsOf({ dir }: LoadedLesson): readonly Control[] {
  const folder = join(dir, 'exercise');
  if (!existsSync(join(folder, 'check.ts'))) return [];
  const misses = existsSync(join(folder, 'near-misses')) ? readdirSync(join(folder, 'near-misses')) : [];
  return [
    ['the untouched start fails', 'start.ts', { fails: null }],
    ['the solution passes', 'solution.ts', { passes: true }],
    ['the solution passes once more', 'solution.ts', { passes: true }],
    ...misses.toSorted().map((file): Control => {
      const mistake = file.replace(/\.ts$/, '');
      return [`"${mistake}" fails with its own words`, `near-misses/${file}`, { fails: mistake }];
    }),
  ];
}

async function judged(lesson: LoadedLesson, file: string, wanted: Wanted, signal: AbortSignal): Promise<Outcome> {
  const { outcome, failed, because } = await judgeExercise({ lesson, file: join(lesson.dir, 'exercise', file), signal }, () => {});
  const seen = [
    outcome,
    failed && `at ${failed.task}`,
    failed?.mistake && `taken for ${failed.mistake}`,
    because,
    ...(failed?.evidence ?? []),
  ]
    .filter(Boolean)
    .join(', ');
  if ('passes' in wanted) return outcome === 'passed' ? null : seen;
  if (outcome !== 'not-yet') return seen;
  return wanted.fails === null || failed?.mistake === wanted.fails ? null : seen;
}
