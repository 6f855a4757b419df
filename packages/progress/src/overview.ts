import { toldRounds } from './assessment.ts';
import type { AssessmentRound, LessonState, State, Wrong } from './state.ts';

/** What the overview needs to know of a lesson; the catalog's `LoadedLesson` is one. */
export interface LessonInfo {
  /** `07` */
  readonly number: string;
  readonly folder: string;
  readonly manifest: {
    readonly title: string;
    readonly part: number;
    readonly minutes: number;
    readonly claims: Readonly<Record<string, string>>;
  };
  readonly steps: { readonly length: number };
  /** Null for a lesson without an exercise. */
  readonly task: string | null;
}
export interface PartInfo {
  readonly number: number;
  readonly numeral: string;
  readonly title: string;
  /** Whether questions and an incident stand at its end. */
  readonly assessed?: boolean;
}

/** The whole course on one page: what is done, and the one place to go on. */
export interface Overview {
  readonly lessons: { readonly finished: number; readonly total: number };
  readonly claims: { readonly proved: number; readonly total: number };
  /** Parts with at least one lesson, in the course's order. */
  readonly parts: readonly PartMark[];
  /** Questions to be asked today. */
  readonly due: number;
  readonly toClear: readonly Wrong[];
  readonly beliefs: readonly string[];
  /** Null when every lesson is finished. */
  readonly next: Next | null;
}

export interface PartMark extends Omit<PartInfo, 'assessed'> {
  readonly lessons: readonly LessonMark[];
  readonly assessment: {
    /** The last one that was repaired, and the one begun since; oldest first. */
    readonly rounds: readonly AssessmentRound[];
    /** What it waits for: every lesson is finished and it was never begun; or it was begun, and neither repaired nor left. */
    readonly open: 'begin' | 'go on' | null;
  };
}

export interface LessonMark {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  readonly mark: 'finished' | 'begun' | 'untouched';
  readonly claims: { readonly proved: number; readonly total: number };
  readonly minutesLeft: number;
}

export interface Next {
  readonly number: string;
  readonly folder: string;
  readonly title: string;
  /** The step to open; null when all steps are read and only the exercise is left. */
  readonly step: number | null;
  /** As a learner types it: `06.4`, or `06` for a lesson not begun and for an exercise. */
  readonly address: string;
  readonly why: 'resume' | 'exercise' | 'first' | 'next';
  readonly minutesLeft: number;
}

export function overview(state: State, lessons: readonly LessonInfo[], parts: readonly PartInfo[], due = 0): Overview {
  const marks = lessons.map((lesson) => ({ part: lesson.manifest.part, mark: markOf(lesson, state.lessons[lesson.folder]) }));
  return {
    lessons: { finished: marks.filter(({ mark }) => mark.mark === 'finished').length, total: lessons.length },
    claims: {
      proved: marks.reduce((sum, { mark }) => sum + mark.claims.proved, 0),
      total: marks.reduce((sum, { mark }) => sum + mark.claims.total, 0),
    },
    parts: parts
      .map(({ number, numeral, title, assessed = false }) => {
        const lessons = marks.filter(({ part }) => part === number).map(({ mark }) => mark);
        const rounds = toldRounds(state.assessments[number]);
        const ready = assessed && rounds.length === 0 && lessons.every(({ mark }) => mark === 'finished');
        const open = rounds.at(-1)?.incident === 'open' ? 'go on' : ready ? 'begin' : null;
        return { number, numeral, title, lessons, assessment: { rounds, open } } as const;
      })
      .filter((part) => part.lessons.length > 0),
    due,
    toClear: state.toClear,
    beliefs: state.beliefs,
    next: nextOf(state, lessons),
  };
}

function markOf(lesson: LessonInfo, seen: LessonState | undefined): LessonMark {
  const ids = Object.keys(lesson.manifest.claims);
  return {
    number: lesson.number,
    folder: lesson.folder,
    title: lesson.manifest.title,
    mark: seen?.finished ? 'finished' : seen && (seen.opened !== null || seen.read.length > 0) ? 'begun' : 'untouched',
    claims: { proved: ids.filter((id) => seen?.claims[id] !== undefined).length, total: ids.length },
    minutesLeft: minutesLeft(lesson, seen),
  };
}

/** The lesson where the learner stopped, when it is not finished; else the first one that is not. */
function nextOf(state: State, lessons: readonly LessonInfo[]): Next | null {
  const isOpen = (lesson: LessonInfo) => !state.lessons[lesson.folder]?.finished;
  const lesson = lessons.find((each) => each.folder === state.last?.lesson && isOpen(each)) ?? lessons.find(isOpen);
  if (!lesson) return null;
  const { number, folder, manifest } = lesson;
  const seen = state.lessons[folder];
  const to = { number, folder, title: manifest.title, minutesLeft: minutesLeft(lesson, seen) };
  const begun = seen !== undefined && (seen.opened !== null || seen.read.length > 0);
  if (!begun) return { ...to, step: 1, address: number, why: state.last === null ? 'first' : 'next' };
  const step = seen.current <= lesson.steps.length ? seen.current : unread(lesson, seen);
  if (step === null) return { ...to, step, address: number, why: 'exercise' };
  return { ...to, step, address: `${number}.${step}`, why: 'resume' };
}

function unread(lesson: LessonInfo, seen: LessonState): number | null {
  for (let step = 1; step <= lesson.steps.length; step++) if (!seen.read.includes(step)) return step;
  return null;
}

/** The lesson's minutes shared out evenly: a part for each step and two for the exercise. */
function minutesLeft(lesson: LessonInfo, seen: LessonState | undefined): number {
  if (seen?.finished) return 0;
  const exercise = lesson.task === null ? 0 : 2;
  const whole = lesson.steps.length + exercise;
  const read = seen ? seen.read.filter((step) => step <= lesson.steps.length).length : 0;
  const done = read + (seen?.exercise?.passed ? exercise : 0);
  return whole === 0 ? lesson.manifest.minutes : Math.ceil((lesson.manifest.minutes * (whole - done)) / whole);
}
