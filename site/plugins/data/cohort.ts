import type { LoadedLesson } from '@proving/catalog';
import type { Question } from '@proving/spec';
import { staleBeliefs } from '../beliefs.ts';
import { runOf } from '../runs.ts';

/** The words behind the ids of a progress log: what a class was asked, and what it could have said. */
export interface CohortData {
  readonly lessons: readonly CohortLesson[];
  /** By id: `W55`. */
  readonly beliefs: Readonly<Record<string, string>>;
}

export interface CohortLesson {
  readonly folder: string;
  readonly number: string;
  readonly title: string;
  readonly claims: number;
  readonly steps: number;
  readonly exercise: boolean;
  /** By id: `q1`. */
  readonly questions: Readonly<Record<string, Asked>>;
  /** By experiment: `01-leader-dies-after-ok`, each with the claim that it proves. */
  readonly predictions: Readonly<Record<string, Asked & { readonly claim: string }>>;
}

export interface Asked {
  readonly ask: string;
  /** The right answer; of a prediction, what the recorded run measured. */
  readonly right: string;
  /** Wrong answers that could be chosen. */
  readonly wrong: readonly { readonly says: string; readonly belief?: string }[];
}

export async function cohortData(lessons: readonly LoadedLesson[]): Promise<CohortData> {
  const beliefs = await staleBeliefs();
  return {
    lessons: await Promise.all(lessons.map(lessonData)),
    beliefs: Object.fromEntries([...beliefs].map(([id, { says }]) => [id, says])),
  };
}

async function lessonData(lesson: LoadedLesson): Promise<CohortLesson> {
  const { folder, number, manifest, steps, task, quiz } = lesson;
  const predictions = Object.entries(manifest.experiments).map(async ([id, { ask, predict, proves: claim }]) => {
    const { measured } = await runOf(lesson, id);
    const options = predict.kind === 'choice' ? predict.options : [];
    const wrong = options.filter(({ says }) => says !== measured).map(chosen);
    return [id, { ask, right: measured, wrong, claim }] as const;
  });
  return {
    folder,
    number,
    title: manifest.title,
    claims: Object.keys(manifest.claims).length,
    steps: steps.length,
    exercise: task !== null,
    questions: Object.fromEntries(quiz.map((question) => [question.id, asked(question)])),
    predictions: Object.fromEntries(await Promise.all(predictions)),
  };
}

function asked(question: Question): Asked {
  const options = 'options' in question ? question.options : [];
  return { ask: question.ask, right: rightOf(question), wrong: options.filter(({ right }) => right !== true).map(chosen) };
}

function rightOf(question: Question): string {
  switch (question.kind) {
    case 'one':
    case 'several':
      return question.options
        .filter(({ right }) => right === true)
        .map(({ says }) => says)
        .join(' · ');
    case 'number':
      return `${question.answer} ${question.unit}`;
    case 'order':
      return question.items.join(' → ');
    case 'match':
      return question.pairs.map((pair) => pair.join(': ')).join('; ');
    case 'text':
      return question.accept[0] ?? '';
  }
}

const chosen = ({ says, belief }: { readonly says: string; readonly belief?: string }) =>
  belief === undefined ? { says } : { says, belief };
