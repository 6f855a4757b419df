import { seconds, transcript } from '@proving/replay';
import { judgePrediction, type Predicted } from '@proving/spec';
import { arrive, goTo } from './arrive.ts';
import { cardOf } from './keys.ts';
import { addressOf } from './lesson.ts';
import type { ExperimentResult, Told } from './runner.ts';
import type { Fact } from './said.ts';
import { type Effect, type Moved, stopOf, type Walk } from './walk.ts';
import { nothingYet, type Watch, watch } from './watch.ts';

type Observed = Extract<Fact, { kind: 'experiment' }>['observed'];
type Running = Extract<Walk['now'], { at: 'running' }>;

export function run(walk: Walk, predicted: Predicted): Moved {
  const stop = stopOf(walk);
  if (stop?.kind !== 'run') return { walk, effects: [] };
  const card = cardOf(walk, stop.experiment);
  const first = walk.runs[stop.experiment] === undefined;
  const number = walk.run + 1;
  const address = addressOf(walk.lesson, stop);
  return {
    walk: { ...walk, run: number, now: { at: 'running', predicted, watch: nothingYet } },
    effects: [
      ...(first ? [say({ say: 'predicted', predicted, card })] : []),
      say({ say: 'run', lesson: walk.lesson, address, experiment: stop.experiment, card, seed: walk.seed }),
      { do: 'run', run: number, experiment: stop.experiment, seed: walk.seed },
    ],
  };
}

export function predictedBefore(walk: Walk): Predicted {
  const stop = stopOf(walk);
  return (stop?.kind === 'run' ? walk.runs[stop.experiment]?.predicted : undefined) ?? { kind: 'skipped' };
}

export function told(walk: Walk, now: Running, all: readonly Told[]): Moved {
  const stop = stopOf(walk);
  const effects: Effect[] = [];
  const seen = all.reduce<Watch>((model, each) => {
    const next = watch(model, each);
    if (each.type === 'arm.ended' && next.arm && stop?.kind === 'run') {
      const { experiment } = stop;
      const address = addressOf(walk.lesson, stop);
      effects.push(say({ say: 'arm', address, experiment, card: cardOf(walk, experiment), arm: next.arm }));
    }
    return next;
  }, now.watch);
  return { walk: { ...walk, now: { ...now, watch: seen } }, effects };
}

export function ran(walk: Walk, now: Running, result: ExperimentResult): Moved {
  const stop = stopOf(walk);
  if (stop?.kind !== 'run') return { walk, effects: [] };
  const { experiment } = stop;
  const card = cardOf(walk, experiment);
  const lesson = walk.lesson.folder;
  const measured = result.observations[card.predict.about] !== undefined;
  const prediction = measured ? judgePrediction(card.predict, now.predicted, result.observations) : null;
  const before = walk.runs[experiment];
  const { verdict, claim, observations, kafka, driver, ms } = result;
  const facts: Fact[] = [];
  if (prediction && !before?.prediction)
    facts.push({ kind: 'prediction', lesson, experiment, ...prediction, said: prediction.said, belief: prediction.belief });
  const because = 'because' in verdict ? verdict.because : null;
  facts.push({
    kind: 'experiment',
    lesson,
    experiment,
    claim,
    verdict: verdict.kind,
    because,
    observed: observations as Observed,
    kafka,
    driver,
    ms,
  });
  const lastSeen = lastLines(now.watch);
  const runs = {
    ...walk.runs,
    [experiment]: { result, predicted: now.predicted, prediction: prediction ?? before?.prediction ?? null, lastSeen },
  };
  const seen = verdict.kind === 'proved' ? { ...walk.seen, [claim]: { kafka, day: walk.today } } : walk.seen;
  const shown = arrive({ ...walk, runs, seen });
  return { walk: shown.walk, effects: [{ do: 'append', facts }, ...shown.effects] };
}

/** The last three happenings and what is still waited for. */
function lastLines(seen: Watch): readonly string[] {
  if (!seen.arm) return seen.doing ? [seen.doing.doing] : seen.waiting ? [`waited for ${seen.waiting}`] : [];
  const { items, waits } = seen.arm.timeline;
  const happened = items.slice(-3).map((item) => `${seconds(item.t)}  ${item.sentence}`);
  return [...happened, ...waits.map((wait) => `waiting since ${seconds(wait.since)}: ${wait.until}`)];
}

export function trace(walk: Walk): readonly Effect[] {
  const stop = stopOf(walk);
  const ran = stop?.kind === 'run' ? walk.runs[stop.experiment] : undefined;
  if (stop?.kind !== 'run' || !ran) return [];
  const { arms } = cardOf(walk, stop.experiment);
  return ran.result.traces.map(({ header, events }) =>
    say({ say: 'trace', label: arms[header.arm] ?? header.arm, lines: transcript(events) }),
  );
}

/** Back before the run; what it still tells is told to nobody. */
export function cancelled(walk: Walk): Moved {
  const moved = goTo({ ...walk, run: walk.run + 1 }, walk.at);
  return { walk: moved.walk, effects: [{ do: 'cancel', run: walk.run }, ...moved.effects] };
}

const say = (said: Extract<Effect, { do: 'say' }>['said']): Effect => ({ do: 'say', said });
