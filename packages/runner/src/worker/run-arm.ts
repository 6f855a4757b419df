import type { Cluster } from '@proving/cluster';
import { type Experiment, type Made, openLab } from '@proving/lab';
import { type Json, type RunEvent, withSeen } from '@proving/spec';
import type { ArmOutcome } from '../judge.ts';
import { failed } from './failed.ts';
import { inTime } from './in-time.ts';

export interface ArmSetting {
  readonly arm: string;
  readonly seed: number;
  readonly file: string;
  readonly budgetMs: number;
  readonly cluster: Cluster;
  readonly emit: (event: RunEvent) => void;
  readonly remember: (kind: Made, name: string) => void;
  /** Told what came of the arm as soon as it is known; the healing comes after it. */
  readonly over: (outcome: ArmOutcome) => void;
}

/** Runs one arm on fresh topics and gives the cluster back healed. The clock and the events cover the arm, not the healing. */
export async function runArm(
  experiment: Experiment,
  { arm, seed, file, budgetMs, cluster, emit, remember, over }: ArmSetting,
): Promise<void> {
  let operations = 0;
  let last = 'nothing';
  let ended = false;
  const told = (event: RunEvent) => {
    if (ended) return;
    if (event.type === 'client.ack' || event.type === 'client.deliver') operations += 1;
    if (event.type === 'wait.begin') last = `waiting for ${event.until}`;
    if (event.type === 'step') last = event.text;
    emit(event);
  };
  const log: string[] = [];
  const lab = openLab({ cluster, seed, file, emit: told, remember, log: (line) => void (log.push(line) > 20 && log.shift()) });
  await lab.prepare();
  const began = performance.now();
  const elapsed = () => Math.round(performance.now() - began);
  told({ type: 'arm.begin', t: 0, arm, seed });
  let outcome: ArmOutcome;
  try {
    const observed = asJson(
      await inTime(experiment.run(experiment.arms[arm] as Readonly<Record<string, Json>>, lab), budgetMs, () => last),
    );
    outcome = { kind: 'observed', observed, ms: elapsed(), operations };
    await lab.look();
    told({ type: 'observation', t: elapsed(), arm, observed: observed as never });
  } catch (error) {
    const { exit, because, saw, fix, detail } = failed(error);
    const whole = withSeen(because, saw, 'Last seen:');
    outcome =
      exit === 2
        ? { kind: 'unjudged', because: whole, ms: elapsed() }
        : { kind: 'broken', because: whole, detail: [detail, ...log].join('\n'), fix, ms: elapsed() };
  }
  told({ type: 'arm.end', t: elapsed(), arm });
  ended = true;
  over(outcome);
  await lab[Symbol.asyncDispose]();
}

/** An observation must survive the way through a trace; anything else is a fault of the experiment. */
function asJson(observed: unknown): Json {
  const text = JSON.stringify(observed);
  if (text === undefined) throw new Error('the experiment returned nothing to judge');
  return JSON.parse(text) as Json;
}
