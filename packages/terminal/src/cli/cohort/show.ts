import { roundInWords } from '@proving/progress';
import {
  type AssessmentRow,
  assessmentsOf,
  type Cell,
  cellOf,
  type Learner,
  type Missed,
  type Roster,
  type Stuck,
} from '@proving/progress/cohort';
import { roman } from '../../page/assess.ts';
import { count } from '../../page/headings.ts';
import type { Paper } from '../../paper.ts';
import { cut, hanging, padEnd, padStart, widthOf, wrapped } from '../../text.ts';

export interface Shown {
  readonly learners: readonly Learner[];
  readonly lessons: readonly { readonly folder: string; readonly number: string }[];
  readonly wrong: readonly Missed[];
  readonly stuck: readonly Stuck[];
  readonly roster: Roster | null;
}

/** A class on a screen: who is where, what is most often wrong, who may want a word. */
export function cohortLines({ learners, lessons, wrong, stuck, roster }: Shown, paper: Paper): readonly string[] {
  const edited = learners.filter((learner) => learner.edited > 0);
  const parts: readonly (readonly string[])[] = [
    [paper.theme.strong(count(learners.length, 'learner')), '', ...matrix(learners, lessons, paper)],
    assessed(assessmentsOf(learners), paper),
    most(
      'Questions most often wrong at the first try',
      wrong.filter(({ what }) => what === 'question'),
      paper,
    ),
    most(
      'Predictions most often wrong',
      wrong.filter(({ what }) => what === 'prediction'),
      paper,
    ),
    most(
      'Tasks that exercises most often stop at',
      wrong.filter(({ what }) => what === 'task'),
      paper,
    ),
    stuck.length === 0 ? [] : ['May want a word', '', ...stuck.flatMap((each) => stuckLine(each, paper))],
    edited.length === 0
      ? []
      : ['Logs with lines that were changed', '', ...edited.map(({ name, edited }) => `${name}: ${count(edited, 'line')}`)],
    names('On the list, and no file came', roster?.withoutFile ?? [], paper),
    names('A file came, and not on the list', roster?.withoutRow ?? [], paper),
  ];
  return parts.filter((part) => part.length > 0).flatMap((part) => ['', ...part].map((line) => (line === '' ? '' : `  ${line}`)));
}

function matrix(learners: Shown['learners'], lessons: Shown['lessons'], paper: Paper): readonly string[] {
  if (paper.aloud) return learners.map((learner) => spoken(learner, lessons));
  const widest = Math.min(18, Math.max(7, ...learners.map(({ name }) => widthOf(name))));
  const room = Math.max(1, Math.floor((paper.columns - 4 - widest) / 3));
  const shown = lessons.slice(0, room);
  const head = `${' '.repeat(widest)}${shown.map(({ number }) => padStart(number, 3)).join('')}`;
  const rows = learners.map((learner) => {
    const marks = shown.map(({ folder }) => padStart(markOf(cellOf(learner, folder), paper), 3));
    return `${padEnd(cut(learner.name, widest), widest)}${marks.join('')}`.trimEnd();
  });
  const rest = lessons.length - shown.length;
  return [head, ...rows, ...(rest > 0 ? [`${count(rest, 'lesson')} more in the files that --to writes`] : [])];
}

function markOf({ mark }: Cell, { glyphs }: Paper): string {
  return mark === 'finished' ? glyphs.proved : mark === 'begun' ? '·' : '';
}

function spoken(learner: Learner, lessons: Shown['lessons']): string {
  const of = (mark: Cell['mark']) =>
    lessons
      .filter(({ folder }) => cellOf(learner, folder).mark === mark)
      .map(({ number }) => number)
      .join(', ');
  return `${learner.name}: finished ${of('finished') || 'none'}; begun ${of('begun') || 'none'}`;
}

/** The end of each part: who has repaired its incident, and who is at it. */
function assessed(rows: readonly AssessmentRow[], paper: Paper): readonly string[] {
  if (rows.length === 0) return [];
  const wide = Math.min(18, Math.max(...rows.map(({ learner }) => widthOf(learner))));
  const numerals = Math.max(...rows.map(({ part }) => roman(part).length));
  const lines = rows.flatMap(({ learner, part, round }) =>
    hanging(
      `${padEnd(cut(learner, wide), wide)}  ${padEnd(roman(part), numerals)}  `,
      roundInWords(round),
      Math.min(80, paper.columns) - 4,
    ),
  );
  return ['Assessments', '', ...lines];
}

function most(title: string, wrong: readonly Missed[], paper: Paper): readonly string[] {
  if (wrong.length === 0) return [];
  const rows = wrong.slice(0, 5).flatMap(({ lesson, id, wrong: times, tried, because }) => {
    const why = because
      .slice(0, 3)
      .map(([each]) => each)
      .join(' ');
    return hanging(
      `${padStart(`${times} of ${tried}`, 9)}  `,
      `${lesson.slice(0, 2)}.${id}${why === '' ? '' : `  (${why})`}`,
      paper.columns - 4,
    );
  });
  return [title, '', ...rows];
}

function stuckLine({ name, lesson, failures, task, mistake }: Stuck, paper: Paper): readonly string[] {
  const at = task === null ? '' : `, at "${task}"${mistake === null ? '' : ` (${mistake})`}`;
  return wrapped(`${name}: exercise ${lesson.slice(0, 2)}, ${failures} tries${at}`, paper.columns - 4);
}

const names = (title: string, all: readonly string[], paper: Paper) =>
  all.length === 0 ? [] : [title, '', ...wrapped(all.join(', '), paper.columns - 4)];
