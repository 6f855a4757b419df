import { join } from 'node:path';
import { findLessons } from '@proving/catalog';
import { coolDown, recordProof, runExperiment, type Told } from '@proving/runner';
import { exitCodeOfAll } from '@proving/spec';
import type { Call } from '../call.ts';
import { type Doing, goLive } from '../live.ts';
import { ownProofs } from '../prove/place.ts';
import { showResult } from '../prove/show.ts';
import { showSummary, type Tally } from '../prove/summary.ts';
import { type Target, targetsOf } from '../prove/targets.ts';
import type { Proved } from '../prove/verdict.ts';

/** Runs every arm of the experiments that were named and says which claims hold. Exit code: the worst of the verdicts. */
export async function run(call: Call): Promise<number> {
  const targets = await targetsOf(call.args, await findLessons(call.root));
  const began = performance.now();
  const tallies: Tally[] = [];
  try {
    for (const target of targets) {
      if (call.signal.aborted) break;
      tallies.push({ folder: target.lesson.folder, results: await proveLesson(call, target) });
    }
  } finally {
    await coolDown();
  }
  const interrupted = call.signal.aborted && tallies.every(({ results }) => results.length === 0);
  if (!interrupted) showSummary(call, tallies, performance.now() - began);
  return exitCodeOfAll(tallies.flatMap(({ results }) => results.map(({ verdict }) => verdict)));
}

async function proveLesson(call: Call, { lesson, experiments }: Target): Promise<readonly Proved[]> {
  const { out, paper, flags, signal } = call;
  out.line();
  out.line(`  ${paper.theme.strong(`${lesson.number} ${lesson.manifest.title}`)}`);
  out.line();
  const results: Proved[] = [];
  for (const experiment of experiments) {
    for (let time = 0; time < (flags.times ?? 1); time++) {
      const result = await proveOne(call, lesson, experiment, time);
      if (signal.aborted) return results;
      results.push(result);
      showResult(call, lesson, result);
      const { traces: _, ...fields } = result;
      out.json('experiment', { lesson: lesson.folder, ...fields });
      await recordProof(lesson.folder, result, placeOf(call, lesson, result));
    }
  }
  return results;
}

async function proveOne(call: Call, lesson: Target['lesson'], experiment: string, time: number): Promise<Proved> {
  const { flags, signal } = call;
  using live = goLive(call);
  live.tell({ doing: experiment });
  const driver = flags.driver === null ? {} : { driver: flags.driver };
  const seed = flags.seed === null ? {} : { seed: flags.seed + time };
  return await runExperiment({ lesson, experiment, signal, ...driver, ...seed }, (told) => {
    const doing = doingOf(told, experiment);
    if (doing !== null) live.tell(doing);
  });
}

function doingOf(told: Told, experiment: string): Doing | null {
  switch (told.type) {
    case 'progress': {
      const { type: _, ...doing } = told;
      return doing;
    }
    case 'waiting':
      return { doing: `waiting for ${told.for}` };
    case 'arm.started':
      return { doing: `${experiment}: ${told.label}, arm ${told.index + 1} of ${told.of}` };
    case 'event':
    case 'arm.ended':
      return null;
  }
}

/** What is committed is what the site replays and the ledger promises, so only a proof goes there. */
function placeOf({ root, home, flags }: Call, lesson: Target['lesson'], { verdict }: Proved) {
  if (flags.record && verdict.kind === 'proved')
    return { traces: join(lesson.dir, 'traces'), ledger: join(root, 'notes', 'ledger.jsonl') };
  return ownProofs(home, lesson.folder);
}
