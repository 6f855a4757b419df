import type { Fact } from '@proving/spec';
import { goTo } from './arrive.ts';
import type { AskStop } from './ask.ts';
import { questionStops, type Split, type Stop, stopsOf, type WalkLesson } from './lesson.ts';
import type { Said } from './said.ts';
import { type Past, seenIn } from './seen.ts';
import type { Assessed, Moved, Walk } from './walk.ts';

export interface Begin {
  readonly lesson: WalkLesson;
  readonly seed: number;
  readonly today: string;
  /** What the log knows, in its order. */
  readonly past: readonly Past[];
  /** Where the learner asked to be; null for where they stopped. */
  readonly at: { readonly step: number } | { readonly question: string } | null;
  readonly counts: boolean;
  /** Texts are cut to the window's height where there is one. */
  readonly split?: Split;
}

/** Opens a lesson where its learner stopped: the same step, behind the last experiment or question that has its answer. */
export function beginLesson(options: Begin): Moved {
  const { lesson, past } = options;
  const stops = stopsOf(lesson);
  const resumed = options.counts ? resumeAt(lesson, stops, past) : 0;
  const over = resumed >= stops.length && isFinished(lesson, past);
  const at = options.at === null ? (over ? 0 : resumed) : placeOf(stops, options.at);
  const where = options.at !== null ? 'asked' : over ? 'again' : resumed > 0 ? 'resumed' : 'first';
  return begin({ ...empty(options), stops, kind: 'lesson' }, at, { say: 'opened', lesson, where });
}

/** Whether everything in a lesson is done, and its end has not been written into the log yet. */
export function isUnclosed(lesson: WalkLesson, past: readonly Past[]): boolean {
  const stops = stopsOf(lesson);
  return resumeAt(lesson, stops, past) >= stops.length && !isFinished(lesson, past);
}

/** All questions of a lesson, one after the other; or the one that was asked for. */
export function beginQuiz(options: Begin): Moved {
  const { lesson, at } = options;
  const wanted = lesson.quiz.filter((question) => at === null || ('question' in at && at.question === question.id));
  return begin({ ...empty(options), stops: questionStops(wanted), kind: 'quiz' }, 0, { say: 'opened', lesson, where: 'quiz' });
}

/** What is due, from all lessons; `stops` is not empty. */
export function beginReview(options: Omit<Begin, 'lesson' | 'at'>, stops: readonly AskStop[], due: number): Moved {
  const [first] = stops;
  if (!first?.from) throw new Error('a review has questions, each from a lesson');
  const { lesson } = first.from;
  const walk = { ...empty({ ...options, lesson, at: null }), stops, kind: 'review' } as const;
  const moved = goTo(walk, 0);
  return { walk: moved.walk, effects: [{ do: 'say', said: { say: 'review', questions: stops.length, due } }, ...moved.effects] };
}

/** The questions of a part that are still open; `stops` is not empty. `given` are those answered in earlier sessions. */
export function beginAssess(options: Omit<Begin, 'lesson' | 'at'>, stops: readonly AskStop[], given: Assessed['given']): Moved {
  const [first] = stops;
  if (!first?.from) throw new Error('an assessment has questions, each from a lesson');
  const { lesson } = first.from;
  const { part } = lesson.manifest;
  const questions = given.length + stops.length;
  const assessment = { part, of: questions, given };
  const walk = { ...empty({ ...options, lesson, at: null }), stops, kind: 'assess', assessment } as const;
  const moved = goTo(walk, 0);
  const said: Said = { say: 'assess', part, questions, left: stops.length, seed: options.seed };
  return { walk: moved.walk, effects: [{ do: 'say', said }, ...moved.effects] };
}

function begin(walk: Walk, at: number, said: Said): Moved {
  const moved = goTo(walk, at);
  const opened: Fact = { kind: 'lesson.opened', lesson: walk.lesson.folder };
  const noted = walk.kind === 'lesson' ? [{ do: 'append', facts: [opened] } as const] : [];
  return { walk: moved.walk, effects: [...noted, { do: 'say', said }, ...moved.effects] };
}

function empty({ lesson, seed, today, past, counts, split = (markdown) => [markdown] }: Begin): Omit<Walk, 'stops' | 'kind'> {
  const exercisePassed = past.some(
    ({ fact }) => fact.kind === 'exercise' && fact.lesson === lesson.folder && fact.outcome === 'passed',
  );
  return {
    lesson,
    seed,
    today,
    counts,
    split,
    seen: seenIn(past, lesson.folder),
    exercisePassed,
    at: 0,
    now: { at: 'reading' },
    heading: null,
    assessment: null,
    runs: {},
    answers: {},
    run: 0,
  };
}

/** The stop to go on from: the first one not done behind the step read last; behind the last stop when all is done. */
function resumeAt(lesson: WalkLesson, stops: readonly Stop[], past: readonly Past[]): number {
  const done = new Done(stops);
  for (const { fact } of past) if ('lesson' in fact && fact.lesson === lesson.folder) done.note(fact);
  const from = stops.findIndex((stop) => stop.step === null || stop.step > done.lastRead);
  const ahead = stops.findIndex((stop, i) => i >= from && !done.has(stop));
  const open = ahead >= 0 ? ahead : stops.findIndex((stop) => !done.has(stop));
  if (open < 0) return stops.length;
  const { step } = stops[open] as Stop;
  const last = step === null ? -1 : stops.findLastIndex((stop) => stop.step === step && done.did(stop));
  return Math.max(open, last + 1);
}

/** Since the last time it was reset. */
function isFinished(lesson: WalkLesson, past: readonly Past[]): boolean {
  const kinds = past.flatMap(({ fact }) => ('lesson' in fact && fact.lesson === lesson.folder ? [fact.kind] : []));
  return kinds.lastIndexOf('lesson.finished') > kinds.lastIndexOf('lesson.reset');
}

class Done {
  lastRead = 0;
  readonly #stops: readonly Stop[];
  readonly #steps = new Set<number>();
  readonly #predicted = new Set<string>();
  readonly #did = new Set<string>();
  #exercise = false;

  constructor(stops: readonly Stop[]) {
    this.#stops = stops;
  }

  note(fact: Fact): void {
    if (fact.kind === 'step.read') {
      this.#steps.add(fact.step);
      this.lastRead = fact.step;
    }
    // A run is done when both lines are there: whoever was killed between them has not seen what came of their prediction.
    if (fact.kind === 'prediction' && fact.outcome !== 'skipped') this.#predicted.add(fact.experiment);
    if (fact.kind === 'experiment' && this.#predicted.has(fact.experiment)) this.#did.add(fact.experiment);
    if (fact.kind === 'answer' && fact.outcome !== 'skipped') this.#did.add(fact.question);
    // Who finished the lesson without the exercise has decided about it.
    if (fact.kind === 'lesson.finished' || (fact.kind === 'exercise' && fact.outcome === 'passed')) this.#exercise = true;
    if (fact.kind === 'lesson.reset') this.#reset(fact.step);
  }

  has(stop: Stop): boolean {
    if (stop.kind === 'exercise') return this.#exercise;
    return stop.step === null ? this.did(stop) : this.#isRead(stop.step);
  }

  did(stop: Stop): boolean {
    if (stop.kind === 'run') return this.#did.has(stop.experiment);
    return stop.kind === 'ask' && this.#did.has(stop.question.id);
  }

  /** A step is read when its last stop was left, or when that was a question or a run and has its answer. */
  #isRead(step: number): boolean {
    const last = this.#stops.findLast((stop) => stop.step === step);
    return this.#steps.has(step) || (last !== undefined && this.did(last));
  }

  #reset(from: number): void {
    // Behind the last step only the exercise is opened again: the questions at the end keep their answers.
    const end = this.#stops.some(({ step }) => step !== null && step >= from);
    for (const stop of this.#stops) {
      if (stop.step === null ? !end : stop.step < from) continue;
      if (stop.step !== null) this.#steps.delete(stop.step);
      if (stop.kind === 'run') {
        this.#predicted.delete(stop.experiment);
        this.#did.delete(stop.experiment);
      }
      if (stop.kind === 'ask') this.#did.delete(stop.question.id);
    }
    this.#exercise = false;
    this.lastRead = Math.min(this.lastRead, from - 1);
  }
}

function placeOf(stops: readonly Stop[], at: NonNullable<Begin['at']>): number {
  const found = stops.findIndex((stop) =>
    'step' in at ? stop.step === at.step : stop.kind === 'ask' && stop.question.id === at.question,
  );
  return Math.max(0, found);
}
