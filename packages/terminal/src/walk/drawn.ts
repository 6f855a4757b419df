import type { ProgressEntry } from '@proving/spec';
import { type AskStop, askFrom } from './ask.ts';
import type { WalkLesson } from './lesson.ts';
import { shuffled } from './shuffle.ts';
import type { Given } from './walk.ts';

export const mostDrawn = 12;

/**
 * Questions from all these lessons, the same for the same seed: as many from each as can be, at least one; among a lesson's
 * questions a kind comes first that was drawn least often so far. Then all are mixed.
 */
export function drawn(lessons: readonly WalkLesson[], seed: number, most = mostDrawn): readonly AskStop[] {
  const asking = lessons.filter(({ quiz }) => quiz.length > 0);
  const left = new Map(asking.map((lesson) => [lesson, inTurn(lesson.quiz, seed, lesson.folder)]));
  const kinds = new Map<string, number>();
  const stops: AskStop[] = [];
  const room = Math.max(most, asking.length);
  while (stops.length < room && [...left.values()].some((questions) => questions.length > 0)) {
    for (const lesson of inTurn(asking, seed, `lessons ${stops.length}`)) {
      if (stops.length === room) break;
      const questions = left.get(lesson) ?? [];
      const question = questions.toSorted((a, b) => (kinds.get(a.kind) ?? 0) - (kinds.get(b.kind) ?? 0))[0];
      if (!question) continue;
      left.set(
        lesson,
        questions.filter((each) => each !== question),
      );
      kinds.set(question.kind, (kinds.get(question.kind) ?? 0) + 1);
      stops.push(askFrom(lesson, question));
    }
  }
  return inTurn(stops, seed, 'all');
}

/** An assessment under way: its answers carry its part and its seed, and were given since it began. */
export interface Sitting {
  readonly part: number;
  readonly seed: number;
  /** ISO 8601. */
  readonly since: string;
}

/** The outcomes of its answers by question, and the questions that have none yet: it goes on where it was broken off. */
export function answeredOf(
  stops: readonly AskStop[],
  entries: readonly ProgressEntry[],
  { part, seed, since }: Sitting,
): { readonly given: readonly Given[]; readonly open: readonly AskStop[] } {
  const outcomes = new Map<string, Given['outcome']>();
  for (const entry of entries) {
    if (entry.kind !== 'answer' || entry.at < since) continue;
    if (entry.assessment?.part !== part || entry.assessment.seed !== seed) continue;
    const key = `${entry.lesson}/${entry.question}`;
    if (!outcomes.has(key)) outcomes.set(key, entry.outcome);
  }
  const keyOf = ({ from, question }: AskStop) => `${from?.lesson.folder}/${question.id}`;
  return {
    given: stops.flatMap((stop) => {
      const outcome = outcomes.get(keyOf(stop));
      return outcome === undefined ? [] : [{ address: stop.from?.address ?? stop.question.id, outcome }];
    }),
    open: stops.filter((stop) => !outcomes.has(keyOf(stop))),
  };
}

const inTurn = <T>(all: readonly T[], seed: number, salt: string): readonly T[] =>
  shuffled(all.length, seed, salt).map((i) => all[i] as T);
