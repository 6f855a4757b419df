import type { ProgressEntry } from '@proving/spec';
import { type Aliases, aliases, lessonNow, nameNow } from './aliases.ts';
import { answeredIn, lookedIn } from './assessment.ts';
import { inOrder } from './merge.ts';
import type { AssessmentState, Exercise, LessonState, Proved, State, Wrong } from './state.ts';

/** What a log says: pure, and the same for the same entries in any order. `table` gives today's names to old ids. */
export function fold(entries: readonly ProgressEntry[], table: Aliases = aliases): State {
  const lessons = new Map<string, Folding>();
  const wrong = new Map<string, Wrong>();
  const notes: State['notes'][number][] = [];
  const assessments = record<AssessmentState>();
  let last: State['last'] = null;
  for (const entry of inOrder(entries)) {
    if (entry.kind === 'note') {
      notes.push({ at: entry.at, lesson: entry.lesson === null ? null : lessonNow(entry.lesson, table), text: entry.text });
      continue;
    }
    if (entry.kind === 'assessment') {
      assessments[entry.part] = lookedIn(assessments[entry.part], entry, entry.at);
      continue;
    }
    const name = lessonNow(entry.lesson, table);
    const lesson = lessons.get(name) ?? begun(entry.at);
    lessons.set(name, lesson);
    lesson.at = entry.at;
    apply(lesson, name, entry, wrong, table);
    if (entry.kind === 'answer' && entry.assessment) {
      const { outcome, assessment, at } = entry;
      const question = `${name}/${nameNow('questions', name, entry.question, table)}`;
      assessments[assessment.part] = answeredIn(assessments[assessment.part], { outcome, assessment }, question, at);
    }
    if (isThere(entry)) last = { lesson: name, step: lesson.current, at: entry.at };
  }
  const folded = record<LessonState>();
  for (const [name, lesson] of lessons) folded[name] = lesson;
  const all = [...lessons.values()];
  const toClear = [...wrong.values()];
  return {
    lessons: folded,
    last,
    assessments,
    claimsProved: all.reduce((sum, lesson) => sum + Object.keys(lesson.claims).length, 0),
    lessonsFinished: all.filter((lesson) => lesson.finished !== null).length,
    toClear,
    beliefs: [...new Set(toClear.flatMap((each) => each.beliefs))].sort(),
    notes,
  };
}

type Folding = {
  -readonly [K in keyof LessonState]: LessonState[K] extends Readonly<Record<string, infer V>> ? Record<string, V> : LessonState[K];
};

function apply(
  lesson: Folding,
  name: string,
  entry: Exclude<ProgressEntry, { kind: 'note' | 'assessment' }>,
  wrong: Map<string, Wrong>,
  table: Aliases,
): void {
  const { at } = entry;
  switch (entry.kind) {
    case 'lesson.opened':
      lesson.opened ??= at;
      break;
    case 'step.read':
      if (!lesson.read.includes(entry.step)) lesson.read = [...lesson.read, entry.step].sort((a, b) => a - b);
      lesson.furthest = Math.max(lesson.furthest, entry.step);
      lesson.current = entry.step + 1;
      break;
    case 'prediction': {
      const id = nameNow('experiments', name, entry.experiment, table);
      const { outcome, said, measured, belief } = entry;
      lesson.predictions[id] = firstAndLatest(lesson.predictions[id], { outcome, said, measured, belief, at });
      clearOr(wrong, { lesson: name, what: 'prediction', id, at, beliefs: belief === null ? [] : [belief] }, outcome);
      break;
    }
    case 'experiment': {
      const experiment = nameNow('experiments', name, entry.experiment, table);
      const claim = nameNow('claims', name, entry.claim, table);
      const { verdict, because, kafka, driver } = entry;
      lesson.experiments[experiment] = { claim, verdict, because, kafka, driver, at };
      if (verdict === 'proved') lesson.claims[claim] = { experiment, kafka, driver, at } satisfies Proved;
      break;
    }
    case 'answer': {
      const id = nameNow('questions', name, entry.question, table);
      const { outcome, sure, beliefs } = entry;
      lesson.answers[id] = firstAndLatest(lesson.answers[id], { outcome, sure, beliefs, at });
      clearOr(wrong, { lesson: name, what: 'answer', id, at, beliefs }, outcome);
      break;
    }
    case 'exercise': {
      const task = entry.task === null ? null : nameNow('tasks', name, entry.task, table);
      lesson.exercise = judged(lesson.exercise, entry.outcome, task, entry.mistake, at);
      break;
    }
    case 'hint': {
      const task = nameNow('tasks', name, entry.task, table);
      lesson.hints[task] = Math.max(lesson.hints[task] ?? 0, entry.rung);
      break;
    }
    case 'lesson.finished':
      lesson.finished ??= at;
      break;
    case 'lesson.reset':
      lesson.read = lesson.read.filter((step) => step < entry.step);
      lesson.current = entry.step;
      lesson.finished = null;
      break;
  }
}

/** Whether an entry says where the learner is in the course; a proof run or an answer in a review does not. */
const isThere = ({ kind }: ProgressEntry) => kind === 'lesson.opened' || kind === 'step.read' || kind === 'lesson.reset';

function clearOr(wrong: Map<string, Wrong>, said: Wrong, outcome: 'right' | 'wrong' | 'skipped'): void {
  const key = `${said.lesson}/${said.what}/${said.id}`;
  if (outcome === 'wrong') wrong.set(key, said);
  if (outcome === 'right') wrong.delete(key);
}

function judged(
  before: Exercise | null,
  outcome: Exercise['outcome'],
  task: string | null,
  mistake: string | null,
  at: string,
): Exercise {
  const attempts = (before?.attempts ?? 0) + 1;
  const failures = outcome === 'passed' ? 0 : (before?.failures ?? 0) + (outcome === 'not-yet' ? 1 : 0);
  const passed = before?.passed ?? (outcome === 'passed' ? at : null);
  return { outcome, task, mistake, at, attempts, failures, passed };
}

const firstAndLatest = <T>(before: { readonly first: T } | undefined, latest: T) => ({ first: before?.first ?? latest, latest });

function begun(at: string): Folding {
  return {
    opened: null,
    at,
    read: [],
    furthest: 0,
    current: 1,
    predictions: record(),
    experiments: record(),
    claims: record(),
    answers: record(),
    exercise: null,
    hints: record(),
    finished: null,
  };
}

/** A record that inherits nothing: a log may call a lesson `constructor`. */
const record = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;
