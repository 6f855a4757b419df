import type { LoadedLesson } from '@proving/catalog';
import { type ArmVerdict, type Expectation, type Json, type RunEvent, type Trace, type Verdict, withSeen } from '@proving/spec';
import { type Death, deathInWords } from './bench.ts';
import type { Said } from './job.ts';
import { type ArmOutcome, judge, judgeArm } from './judge.ts';
import type { ExperimentResult, Told } from './told.ts';

export interface Ending {
  readonly aborted: boolean;
  /** Why the worker had to be killed, when it had. */
  readonly stuck: string | null;
}

export type Proving = Pick<LoadedLesson, 'folder' | 'dir' | 'manifest' | 'number'>;

/** Gathers what one run says into its result. */
export class Gathered {
  readonly #lesson: Proving;
  readonly #experiment: string;
  readonly #told: (t: Told) => void;
  readonly #began = performance.now();
  readonly #at = new Date().toISOString();
  readonly #events = new Map<string, RunEvent[]>();
  readonly #outcomes: Record<string, ArmOutcome> = {};
  readonly #expected: Record<string, Expectation> = {};
  readonly #verdicts: Record<string, ArmVerdict> = {};
  #arm = '';
  #arms = Number.POSITIVE_INFINITY;
  #seed = 0;
  #ready: (Said & { say: 'ready' }) | null = null;
  #failed: (Said & { say: 'failed' }) | null = null;
  #notProvable: string | null = null;

  constructor(lesson: Proving, experiment: string, told: (t: Told) => void) {
    this.#lesson = lesson;
    this.#experiment = experiment;
    this.#told = told;
  }

  seedOf(given: number | undefined): number {
    this.#seed = given ?? Math.floor(Math.random() * 2 ** 31);
    return this.#seed;
  }

  hear(said: Said): void {
    switch (said.say) {
      case 'progress': {
        const { say: _, ...progress } = said;
        this.#told({ type: 'progress', ...progress });
        return;
      }
      case 'waiting':
        this.#told({ type: 'waiting', for: said.for });
        return;
      case 'ready':
        this.#ready = said;
        return;
      case 'arm': {
        this.#arm = said.arm;
        this.#arms = said.of;
        this.#events.set(said.arm, []);
        const label = this.#lesson.manifest.experiments[this.#experiment]?.arms[said.arm] ?? said.arm;
        this.#told({ type: 'arm.started', arm: said.arm, label, index: said.index, of: said.of });
        return;
      }
      case 'event':
        this.#events.get(said.arm)?.push(said.event);
        this.#told({ type: 'event', arm: said.arm, event: said.event });
        return;
      case 'outcome': {
        const expected = said.expected as Expectation;
        const verdict = judgeArm(expected, said.outcome);
        this.#outcomes[said.arm] = said.outcome;
        this.#expected[said.arm] = expected;
        this.#verdicts[said.arm] = verdict;
        this.#told({ type: 'arm.ended', arm: said.arm, verdict });
        return;
      }
      case 'not-provable':
        this.#notProvable = said.because;
        return;
      case 'failed':
        this.#failed = said;
        return;
      case 'exercise':
      case 'done':
        return;
    }
  }

  /** Whether every arm has ended; what the worker does then is healing. */
  get complete(): boolean {
    return Object.keys(this.#outcomes).length === this.#arms;
  }

  print(line: string): void {
    const event: RunEvent = { type: 'printed', t: Math.round(performance.now() - this.#began), text: line };
    this.#events.get(this.#arm)?.push(event);
    if (this.#arm) this.#told({ type: 'event', arm: this.#arm, event });
  }

  result(death: Death | null, ending: Ending): ExperimentResult {
    const claim = this.#lesson.manifest.experiments[this.#experiment]?.proves ?? '';
    const ended = Object.entries(this.#outcomes);
    return {
      experiment: this.#experiment,
      claim,
      verdict: this.#verdict(death, ending),
      arms: this.#verdicts,
      observations: Object.fromEntries(
        ended.flatMap(([arm, outcome]) => (outcome.kind === 'observed' ? [[arm, outcome.observed as Json]] : [])),
      ),
      expect: this.#expected,
      ms: Math.round(performance.now() - this.#began),
      armMs: Object.fromEntries(ended.map(([arm, outcome]) => [arm, outcome.ms])),
      kafka: this.#ready?.kafka ?? 'unknown',
      driver: this.#ready?.driver ?? 'jvm',
      traces: [...this.#events].map(([arm, events]) => this.#trace(arm, claim, events)),
    };
  }

  #verdict(death: Death | null, { aborted, stuck }: Ending): Verdict {
    if (aborted) return { kind: 'could-not-run', because: 'it was interrupted', fix: null };
    if (stuck) return { kind: 'unjudged', because: `${this.#arm}: ${stuck}` };
    if (death) return { kind: 'could-not-run', because: deathInWords(death, this.#lastWait()), fix: null };
    if (this.#notProvable !== null) return { kind: 'not-provable-here', because: this.#notProvable };
    if (this.#failed) {
      const { because, saw, fix, exit } = this.#failed;
      const whole = withSeen(because, saw);
      return exit === 2 ? { kind: 'unjudged', because: whole } : { kind: 'could-not-run', because: whole, fix };
    }
    return judge(this.#expected, this.#outcomes);
  }

  #lastWait(): string {
    const last = this.#events.get(this.#arm)?.findLast((event) => event.type === 'wait.begin');
    return last?.type === 'wait.begin'
      ? `while waiting for ${last.until}`
      : this.#arm
        ? `in the arm ${this.#arm}`
        : 'before the first arm';
  }

  #trace(arm: string, claim: string, events: readonly RunEvent[]): Trace {
    const ready = this.#ready;
    return {
      header: {
        format: 1,
        lesson: this.#lesson.folder,
        experiment: this.#experiment,
        arm,
        claim,
        kafka: ready?.kafka ?? 'unknown',
        clients: { ...ready?.clients },
        driver: ready?.driver ?? 'jvm',
        seed: this.#seed,
        at: this.#at,
      },
      events,
    };
  }
}
