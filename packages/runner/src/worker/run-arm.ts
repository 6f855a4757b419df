import type { Cluster } from '@proving/cluster';
import { type Experiment, openLab } from '@proving/lab';
import type { Json, RunEvent } from '@proving/spec';
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
  readonly remember: (kind: 'topic' | 'group', name: string) => void;
  /** Called when the arm itself has ended, before the healing. */
  readonly over: () => void;
}

/** Runs one arm on fresh topics and gives the cluster back healed. The clock covers the arm, not the healing. */
export async function runArm(
  experiment: Experiment,
  { arm, seed, file, budgetMs, cluster, emit, remember, over }: ArmSetting,
): Promise<ArmOutcome> {
  let operations = 0;
  let last = 'nothing';
  const told = (event: RunEvent) => {
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
    told({ type: 'observation', t: elapsed(), arm, observed: observed as never });
  } catch (error) {
    const { exit, because, saw, fix, detail } = failed(error);
    const whole = saw ? `${because} Last seen: ${saw}` : because;
    outcome =
      exit === 2
        ? { kind: 'unjudged', because: whole, ms: elapsed() }
        : { kind: 'broken', because: whole, detail: [detail, ...log].join('\n'), fix, ms: elapsed() };
  }
  over();
  await lab[Symbol.asyncDispose]();
  told({ type: 'arm.end', t: elapsed(), arm });
  return outcome;
}

/** An observation must survive the way through a trace; anything else is a fault of the experiment. */
function asJson(observed: unknown): Json {
  const text = JSON.stringify(observed);
  if (text === undefined) throw new Error('the experiment returned nothing to judge');
  return JSON.parse(text) as Json;
}
