import type { DriverName, RunEvent, Service, Shape } from '@proving/spec';
import type { ArmOutcome } from './judge.ts';
import type { ExerciseResult } from './told.ts';

/** What the parent asks of the process that runs experiments. */
export type Job =
  | { readonly do: 'warm'; readonly shape: Shape; readonly services: readonly Service[]; readonly driver: DriverName | null }
  | {
      readonly do: 'experiment';
      readonly shape: Shape;
      readonly services: readonly Service[];
      readonly driver: DriverName | null;
      readonly file: string;
      readonly name: string;
      readonly claim: string;
      readonly label: string;
      readonly needs: readonly string[];
      readonly budgetMs: number;
      readonly seed: number;
    }
  | {
      readonly do: 'exercise';
      readonly shape: Shape;
      readonly services: readonly Service[];
      readonly driver: DriverName | null;
      readonly check: string;
      readonly file: string;
      readonly label: string;
      readonly seed: number;
      readonly budgetMs: number;
    }
  | { readonly do: 'stop' };

/** A line behind all that a learner's program has printed by the time it is judged: what is printed and what is said come by different ways. */
export const endOfPrinted = '\u0004 judged';

/** What it says. Sent in lists, a list every few milliseconds, so that a storm of events costs the reader little. */
export type Said =
  | { readonly say: 'progress'; readonly doing: string; readonly done?: number; readonly of?: number; readonly unit?: string }
  | { readonly say: 'waiting'; readonly for: string }
  | {
      readonly say: 'ready';
      readonly kafka: string;
      readonly driver: DriverName;
      readonly clients: Readonly<Record<string, string>>;
    }
  | { readonly say: 'arms'; readonly arms: readonly string[] }
  | { readonly say: 'arm'; readonly arm: string; readonly index: number; readonly of: number }
  | { readonly say: 'event'; readonly arm: string; readonly event: RunEvent }
  /** The arm has ended, and this came of it; healing begins. */
  | { readonly say: 'outcome'; readonly arm: string; readonly outcome: ArmOutcome; readonly expected: unknown }
  /** The learner's program has ended, and this came of it; healing begins. */
  | { readonly say: 'exercise'; readonly result: ExerciseResult }
  | { readonly say: 'not-provable'; readonly because: string }
  | {
      readonly say: 'failed';
      readonly code: string;
      readonly because: string;
      readonly saw: string | null;
      readonly fix: string | null;
      readonly exit: number;
      readonly detail: string;
    }
  | { readonly say: 'done' };
