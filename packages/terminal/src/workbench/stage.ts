import type { Told } from '../walk/runner.ts';
import type { Said } from '../walk/said.ts';
import type { Bench } from './bench.ts';
import type { BenchSession } from './session.ts';

/** Where work on an exercise is seen, and what drives it. */
export interface BenchStage {
  say(said: Said): void;
  show(bench: Bench): void;
  /** A judgement begins; returns who hears what it tells. */
  judging(): (told: Told) => void;
  /** Opens the learner's file; resolves with a sentence where that failed. */
  open(file: string): Promise<string | null>;
  /** Resolves when the learner has left. */
  drive(session: BenchSession, interrupt: () => void): Promise<void>;
  leave(): Promise<void>;
}
