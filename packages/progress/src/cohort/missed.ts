import type { Learner } from './learner.ts';

/** Something that learners got wrong at their first try. */
export interface Missed {
  readonly lesson: string;
  readonly what: 'question' | 'prediction' | 'task';
  readonly id: string;
  /** Learners whose first try was wrong. */
  readonly wrong: number;
  /** Learners who tried. */
  readonly tried: number;
  /** Stale beliefs, or mistakes of an exercise, with how often each was met; most often first. */
  readonly because: readonly (readonly [id: string, times: number])[];
  /** What was predicted and was wrong, in the words of the option, or the number; most often first. Of predictions alone. */
  readonly said: readonly (readonly [words: string, times: number])[];
}

/** Questions, predictions and tasks, the most often missed first; what nobody got wrong is left out. */
export function missed(learners: readonly Learner[]): readonly Missed[] {
  const found = new Map<
    string,
    {
      lesson: string;
      what: Missed['what'];
      id: string;
      tries: Map<string, boolean>;
      because: Map<string, number>;
      said: Map<string, number>;
    }
  >();
  const note = (
    learner: string,
    lesson: string,
    what: Missed['what'],
    id: string,
    wrong: boolean,
    because: readonly string[],
    said: string | null = null,
  ) => {
    const key = `${lesson}/${what}/${id}`;
    const each = found.get(key) ?? { lesson, what, id, tries: new Map(), because: new Map(), said: new Map() };
    found.set(key, each);
    if (!each.tries.has(learner)) each.tries.set(learner, wrong);
    for (const one of because) each.because.set(one, (each.because.get(one) ?? 0) + 1);
    if (wrong && said !== null) each.said.set(said, (each.said.get(said) ?? 0) + 1);
  };
  for (const { name, entries } of learners)
    for (const entry of entries) {
      if (entry.kind === 'answer' && entry.outcome !== 'skipped')
        note(name, entry.lesson, 'question', entry.question, entry.outcome === 'wrong', entry.beliefs);
      if (entry.kind === 'prediction' && entry.outcome !== 'skipped') {
        const { lesson, experiment, outcome, belief, said } = entry;
        note(name, lesson, 'prediction', experiment, outcome === 'wrong', belief ? [belief] : [], said);
      }
      if (entry.kind === 'exercise' && entry.outcome === 'not-yet' && entry.task)
        note(name, entry.lesson, 'task', entry.task, true, entry.mistake ? [entry.mistake] : []);
    }
  return [...found.values()]
    .map(({ lesson, what, id, tries, because, said }) => ({
      lesson,
      what,
      id,
      wrong: [...tries.values()].filter(Boolean).length,
      tried: tries.size,
      because: mostOftenFirst(because),
      said: mostOftenFirst(said),
    }))
    .filter(({ wrong }) => wrong > 0)
    .sort(
      (a, b) =>
        b.wrong - a.wrong || b.wrong / b.tried - a.wrong / a.tried || (`${a.lesson}${a.id}` < `${b.lesson}${b.id}` ? -1 : 1),
    );
}

const mostOftenFirst = (times: ReadonlyMap<string, number>) => [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
