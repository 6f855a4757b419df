import type { Block, LoadedLesson, Step } from '@proving/catalog';
import type { Question, Quiz } from '@proving/spec';

/** What the way through a lesson needs of it: all that the catalog loads. */
export type WalkLesson = LoadedLesson;

/** A place on the way: what is read, run or asked there. `step` is null behind the last step. */
export type Stop =
  /** `cut` once it fits the window: a text is cut when somebody comes to it, so that a lesson opens without reading all of them. */
  | { readonly kind: 'reading'; readonly step: number; readonly markdown: string; readonly cut: boolean }
  | { readonly kind: 'run'; readonly step: number; readonly experiment: string }
  | {
      readonly kind: 'ask';
      readonly step: number | null;
      readonly question: Question;
      readonly again: boolean;
      /** Where a question of a review comes from; without it, from the lesson that is walked. */
      readonly from?: Origin;
    }
  | { readonly kind: 'exercise'; readonly step: null };

/** A review asks what belongs to several lessons, and asks predictions as questions. */
export interface Origin {
  readonly lesson: WalkLesson;
  /** `07.q3`, or for a prediction the step that asks it, `07.1`. */
  readonly address: string;
  /** The experiment that the question once was a prediction for. */
  readonly experiment: string | null;
}

/** Cuts a text into the parts that are read one after the other; the lesson's first one stands below its title. */
export type Split = (markdown: string, first: boolean) => readonly string[];

/** The whole way: each step's blocks, then the questions that no step asks, then the exercise. */
export function stopsOf(lesson: WalkLesson): readonly Stop[] {
  const inSteps = lesson.steps.flatMap((step) => step.blocks.flatMap((block) => stopOf(lesson, step, block)));
  const asked = new Set(inSteps.flatMap((stop) => (stop.kind === 'ask' ? [stop.question.id] : [])));
  const rest = lesson.quiz.filter((question) => !asked.has(question.id));
  const exercise: readonly Stop[] = lesson.task === null ? [] : [{ kind: 'exercise', step: null }];
  return [...inSteps, ...questionStops(rest), ...exercise];
}

export function questionStops(questions: Quiz): readonly Stop[] {
  return questions.map((question) => ({ kind: 'ask', step: null, question, again: false }));
}

function stopOf(lesson: WalkLesson, step: Step, block: Block): readonly Stop[] {
  switch (block.kind) {
    case 'prose':
      return [{ kind: 'reading', step: step.number, markdown: block.markdown, cut: false }];
    case 'run':
      return block.experiment in lesson.manifest.experiments
        ? [{ kind: 'run', step: step.number, experiment: block.experiment }]
        : [];
    case 'ask': {
      const question = lesson.quiz.find((each) => each.id === block.question);
      return question ? [{ kind: 'ask', step: step.number, question, again: false }] : [];
    }
  }
}

/** The address of a stop: `07.3`, `07.q2`, `07`. */
export function addressOf(lesson: WalkLesson, stop: Stop | undefined): string {
  const { number } = lesson;
  if (stop?.kind === 'ask') return stop.from?.address ?? `${number}.${stop.question.id}`;
  return stop?.step ? `${number}.${stop.step}` : number;
}
