import type { Answer, ExperimentCard, Fact, Json, Predicted, PredictionVerdict, Question } from '@proving/spec';
import type { Picture } from '../workbench/picture.ts';
import type { Key } from './keys.ts';
import type { WalkLesson } from './lesson.ts';
import type { ExerciseResult, ExperimentResult } from './runner.ts';
import type { Seen } from './seen.ts';
import type { WatchedArm } from './watch.ts';

/**
 * Everything that is ever said to a learner, as data. Ink, plain text, spoken text and JSON lines are four ways of printing
 * this one stream; what was said is never taken back or repainted.
 */
export type Said =
  | { readonly say: 'opened'; readonly lesson: WalkLesson; readonly where: 'first' | 'resumed' | 'asked' | 'again' | 'quiz' }
  | { readonly say: 'step'; readonly lesson: WalkLesson; readonly number: number; readonly of: number; readonly title: string }
  | { readonly say: 'prose'; readonly markdown: string }
  | { readonly say: 'claims'; readonly claims: readonly ClaimSeen[] }
  | { readonly say: 'predict'; readonly address: string; readonly experiment: string; readonly card: ExperimentCard }
  | { readonly say: 'predicted'; readonly predicted: Predicted; readonly card: ExperimentCard }
  | {
      readonly say: 'run';
      readonly lesson: WalkLesson;
      readonly address: string;
      readonly experiment: string;
      readonly card: ExperimentCard;
      readonly seed: number;
    }
  | {
      readonly say: 'arm';
      readonly address: string;
      readonly experiment: string;
      readonly card: Pick<ExperimentCard, 'title' | 'needs'>;
      readonly arm: WatchedArm;
    }
  | {
      readonly say: 'verdict';
      readonly experiment: string;
      readonly card: ExperimentCard;
      readonly result: ExperimentResult;
      readonly prediction: PredictionVerdict | null;
      readonly claim: string;
      /** The last thing seen, in the words of the timeline: the evidence where there is no measurement. */
      readonly lastSeen: readonly string[];
    }
  | { readonly say: 'quiz'; readonly questions: number }
  /** What a review asks today, and how much is due in all. */
  | { readonly say: 'review'; readonly questions: number; readonly due: number }
  | { readonly say: 'reviewed'; readonly tally: Tally }
  /** The questions at the end of a part; `left` of them have no answer yet. */
  | { readonly say: 'assess'; readonly part: number; readonly questions: number; readonly left: number; readonly seed: number }
  | { readonly say: 'assessed'; readonly part: number; readonly tally: Tally }
  | {
      readonly say: 'ask';
      readonly address: string;
      readonly question: Question;
      /** Position on screen → index in the question's own order. */
      readonly order: readonly number[];
      readonly again: boolean;
    }
  | {
      readonly say: 'answered';
      readonly question: Question;
      readonly order: readonly number[];
      readonly answer: Answer;
      readonly right: boolean;
      readonly sure: boolean | null;
      readonly beliefs: readonly string[];
      /** Whether it will be asked once more at the end of the set. */
      readonly returns: boolean;
    }
  | { readonly say: 'exercise'; readonly lesson: WalkLesson; readonly passed: boolean }
  /** The lesson on one page, with what was seen proved here. */
  | { readonly say: 'card'; readonly lesson: WalkLesson; readonly seen: Seen }
  | { readonly say: 'finished'; readonly lesson: WalkLesson; readonly tally: Tally; readonly counts: boolean }
  | { readonly say: 'help'; readonly keys: readonly ShownKey[] }
  | { readonly say: 'trace'; readonly label: string; readonly lines: readonly string[] }
  | { readonly say: 'notice'; readonly text: string }
  | { readonly say: 'left'; readonly command: string }
  | { readonly say: 'task'; readonly lesson: WalkLesson; readonly file: string; readonly raw?: true }
  | { readonly say: 'judged'; readonly lesson: WalkLesson; readonly result: ExerciseResult; readonly at: string }
  /** What the tasks of an exercise look for. */
  | { readonly say: 'goal'; readonly lesson: WalkLesson; readonly picture: Picture }
  /** The same picture with what was measured `at` that time of day. */
  | { readonly say: 'state'; readonly lesson: WalkLesson; readonly picture: Picture; readonly at: string }
  | { readonly say: 'solution'; readonly lesson: WalkLesson; readonly code: string }
  | { readonly say: 'hint'; readonly rung: number; readonly of: number; readonly text: string };

/** A key as help shows it. */
export type ShownKey = Pick<Key, 'show' | 'does' | 'word'>;

/** A claim and when it was last seen proved here; null when it has not been. */
export interface ClaimSeen {
  readonly id: string;
  readonly text: string;
  readonly proved: { readonly kafka: string; readonly day: string } | null;
}

/** What a walk came to. */
export interface Tally {
  readonly proved: number;
  readonly experiments: number;
  readonly predicted: number;
  readonly predictions: number;
  readonly right: number;
  readonly questions: number;
  /** Addresses. */
  readonly wrong: readonly string[];
}

/** A fact as the walk states it: the log adds id, time and chain. */
export type { Fact, Json };
