import type { LoadedLesson } from '@proving/catalog';
import { type Belief, staleBeliefs } from '../beliefs.ts';
import { runOf } from '../runs.ts';

/** What learners bring along, lesson by lesson: only what an experiment of that lesson refutes. */
export interface MisconceptionsOfLesson {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  readonly beliefs: readonly Misconception[];
  /** Its other experiments: no old belief stands behind their wrong answers, and they are worth a vote all the same. */
  readonly others: readonly Refutation[];
}

export interface Misconception extends Pick<Belief, 'id' | 'says' | 'cameFrom' | 'truth'> {
  /** Wrong answers of this lesson that betray it, each with where it is offered: `07.q1`, or an experiment's title. */
  readonly heard: readonly { readonly says: string; readonly at: string; readonly anchor: string }[];
  readonly refutedBy: readonly Refutation[];
}

export interface Refutation {
  readonly claim: string;
  readonly claimText: string;
  readonly experiment: string;
  readonly title: string;
  /** `07.2`, for `pnpm lesson 07.2`. */
  readonly address: string;
  readonly ask: string;
  /** What the recorded run answers. */
  readonly measured: string;
  /** The arms, as the tables call them. */
  readonly arms: readonly string[];
}

/** @throws when a manifest refutes what the page of stale beliefs does not hold, or by a claim that the lesson does not make */
export async function misconceptionsData(lessons: readonly LoadedLesson[]): Promise<readonly MisconceptionsOfLesson[]> {
  const beliefs = await staleBeliefs();
  return Promise.all(
    lessons.map(async (lesson) => {
      const { number, folder, manifest } = lesson;
      const mine = await Promise.all(manifest.refutes.map((id) => misconception(lesson, id, beliefs.get(id))));
      const used = new Set(mine.flatMap(({ refutedBy }) => refutedBy.map(({ experiment }) => experiment)));
      const unused = Object.keys(manifest.experiments).filter((experiment) => !used.has(experiment));
      const others = await Promise.all(unused.map((experiment) => refutation(lesson, experiment)));
      return { number, folder, title: manifest.title, beliefs: mine, others };
    }),
  );
}

async function misconception(lesson: LoadedLesson, id: string, belief: Belief | undefined): Promise<Misconception> {
  const claims = belief?.shownBy[lesson.number] ?? [];
  if (!belief || claims.length === 0)
    throw new Error(`lessons/${lesson.folder} refutes ${id}, and notes/stale-beliefs.md names no claim of it there`);
  const { says, cameFrom, truth } = belief;
  const refutedBy = (await Promise.all(claims.map((claim) => refutationsOf(lesson, claim)))).flat();
  return { id, says, cameFrom, truth, heard: heardIn(lesson, id), refutedBy };
}

async function refutationsOf(lesson: LoadedLesson, claim: string): Promise<readonly Refutation[]> {
  const { folder, number, manifest } = lesson;
  const proving = Object.entries(manifest.experiments).filter(([, { proves }]) => proves === claim);
  if (proving.length === 0)
    throw new Error(`notes/stale-beliefs.md names ${number} \`${claim}\`, which lessons/${folder} does not prove`);
  return Promise.all(proving.map(([experiment]) => refutation(lesson, experiment)));
}

async function refutation(lesson: LoadedLesson, experiment: string): Promise<Refutation> {
  const { title, ask, claim, step, measured, arms } = await runOf(lesson, experiment);
  return {
    claim,
    claimText: lesson.manifest.claims[claim] ?? '',
    experiment,
    title,
    address: `${lesson.number}.${step}`,
    ask,
    measured,
    arms: arms.map(({ label }) => label),
  };
}

function heardIn({ number, quiz, manifest }: LoadedLesson, id: string): Misconception['heard'] {
  const predicted = Object.entries(manifest.experiments).flatMap(([experiment, { title, predict }]) =>
    (predict.kind === 'choice' ? predict.options : [])
      .filter(({ belief }) => belief === id)
      .map(({ says }) => ({ says, at: title, anchor: experiment })),
  );
  const answered = quiz.flatMap((question) =>
    ('options' in question ? question.options : [])
      .filter(({ belief }) => belief === id)
      .map(({ says }) => ({ says, at: `${number}.${question.id}`, anchor: question.id })),
  );
  return [...predicted, ...answered];
}
