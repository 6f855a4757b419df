import type { Scheduled } from '@proving/progress/review';
import { fieldOf, fits, type ProgressEntry, type Question } from '@proving/spec';
import { type AskStop, askFrom } from './ask.ts';
import type { WalkLesson } from './lesson.ts';

/** What is due as stops of a review. What the course has no longer, or what this learner has never measured, is left out. */
export function recalled(
  items: readonly Scheduled[],
  lessons: readonly WalkLesson[],
  entries: readonly ProgressEntry[],
): readonly AskStop[] {
  return items.flatMap((item): readonly AskStop[] => {
    const lesson = lessons.find(({ folder }) => folder === item.lesson);
    if (!lesson) return [];
    if (item.what === 'question') {
      const question = lesson.quiz.find(({ id }) => id === item.id);
      return question ? [askFrom(lesson, question)] : [];
    }
    const question = asQuestion(lesson, item.id, entries);
    const step = lesson.steps.find(({ blocks }) => blocks.some((block) => block.kind === 'run' && block.experiment === item.id));
    const address = step ? `${lesson.number}.${step.number}` : lesson.number;
    return question ? [askFrom(lesson, question, { address, experiment: item.id })] : [];
  });
}

/** A prediction asked once more; what is right is what the learner's own last run showed. */
function asQuestion(lesson: WalkLesson, experiment: string, entries: readonly ProgressEntry[]): Question | null {
  const card = lesson.manifest.experiments[experiment];
  const run = entries.findLast(
    (entry) => entry.kind === 'experiment' && entry.lesson === lesson.folder && entry.experiment === experiment,
  );
  if (!card || run?.kind !== 'experiment') return null;
  const { predict } = card;
  const observed = run.observed[predict.about];
  const claim = lesson.manifest.claims[card.proves] ?? '';
  const asked = { id: 'q0', ask: card.ask, claim: card.proves } as const;
  if (predict.kind === 'number') {
    const answer = fieldOf(observed, predict.field);
    const { unit, tolerance } = predict;
    return typeof answer === 'number' ? { ...asked, kind: 'number', answer, tolerance, unit, because: claim } : null;
  }
  const shown = predict.options.findIndex(({ when }) => fits(when, observed));
  if (shown < 0) return null;
  const day = run.at.slice(0, 10);
  return {
    ...asked,
    kind: 'one',
    options: predict.options.map(({ says, belief }, i) => ({
      says,
      because: i === shown ? claim : `Your run of ${day} showed something else.`,
      ...(i === shown && { right: true }),
      ...(belief !== undefined && { belief }),
    })),
  };
}
