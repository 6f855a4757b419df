import { type LessonMark, type Next, type Overview, type PartMark, roundInWords } from '@proving/progress';
import type { Paper } from '../../paper.ts';
import { ends, hanging, padEnd, padStart, widthOf, wrapped } from '../../text.ts';

/** The whole course on one screen: what is done, what is due, and the one command that goes on. */
export function overviewLines(paper: Paper, seen: Overview): readonly string[] {
  const width = Math.min(80, paper.columns) - 2;
  const { lessons, claims } = seen;
  const done = `${lessons.finished} of ${lessons.total} lessons · ${claims.proved} of ${claims.total} claims seen proved`;
  const head = width >= 64 ? [ends('Kafka Proving Ground', done, width)] : ['Kafka Proving Ground', ...wrapped(done, width)];
  const [title = '', ...rest] = head;
  return [
    '',
    title.replace('Kafka Proving Ground', paper.theme.strong('Kafka Proving Ground')),
    ...rest,
    '',
    ...(paper.aloud ? spoken(seen) : parts(paper, seen, width)),
    '',
    ...assessments(paper, seen, width),
    ...open(seen),
    ...(seen.next === null ? ['Every lesson is finished.'] : next(paper, seen.next)),
  ].map((line) => (line === '' ? '' : `  ${line}`));
}

function parts(paper: Paper, { parts }: Overview, width: number): readonly string[] {
  const numerals = Math.max(...parts.map(({ numeral }) => numeral.length), 0);
  const titles = width >= 60 ? Math.max(...parts.map(({ title }) => widthOf(title)), 0) : 0;
  return parts.flatMap(({ numeral, title, lessons }) => {
    const left = `${padEnd(numeral, numerals)}  ${titles > 0 ? `${padEnd(title, titles)}  ` : ''}`;
    const rows = inRows(paper, lessons, width - widthOf(left));
    const under = ' '.repeat(widthOf(left));
    return titles > 0 ? rows.map((row, i) => (i === 0 ? left : under) + row) : [left + title, ...rows.map((row) => under + row)];
  });
}

function inRows(paper: Paper, lessons: readonly LessonMark[], width: number): readonly string[] {
  const each = widthOf(paper.glyphs.proved) + 3;
  const fit = Math.max(1, Math.floor((width + 1) / each));
  const rows = Array.from({ length: Math.ceil(lessons.length / fit) }, (_, i) => lessons.slice(i * fit, (i + 1) * fit));
  return rows.map((row) => row.map((lesson) => markOf(paper, lesson)).join(' '));
}

/** `✓01` finished, `·06` begun, ` 07` not yet touched. */
function markOf({ glyphs, theme }: Paper, { number, mark }: LessonMark): string {
  const room = widthOf(glyphs.proved);
  switch (mark) {
    case 'finished':
      return `${theme.accent(glyphs.proved)}${number}`;
    case 'begun':
      return `${padStart('·', room)}${number}`;
    case 'untouched':
      return ' '.repeat(room) + number;
  }
}

function spoken({ parts }: Overview): readonly string[] {
  const numbers = (lessons: readonly LessonMark[], mark: LessonMark['mark']) =>
    lessons.filter((lesson) => lesson.mark === mark).map(({ number }) => number);
  return parts.map(({ numeral, title, lessons }) => {
    const said = (['finished', 'begun'] as const).flatMap((mark) => {
      const found = numbers(lessons, mark);
      return found.length === 0 ? [] : [`${mark} ${found.join(', ')}`];
    });
    return `Part ${numeral}, ${title}: ${said.length === 0 ? 'not begun' : said.join('; ')}`;
  });
}

/** What the assessments came to, and where one waits. */
function assessments(paper: Paper, { parts }: Overview, width: number): readonly string[] {
  const lines = parts.flatMap(({ number, numeral, assessment: { rounds, open } }) => {
    const told = rounds.flatMap((round) => row(padEnd(`assessment of part ${numeral}`, 24), roundInWords(round), width));
    return [...told, ...(open === null ? [] : waits(paper, open, number, numeral, width))];
  });
  return lines.length === 0 ? [] : [...lines, ''];
}

function waits(paper: Paper, open: NonNullable<PartMark['assessment']['open']>, number: number, numeral: string, width: number) {
  const words = open === 'go on' ? 'goes on with it' : `part ${numeral} ends with questions and an incident`;
  return row(command(paper, `assess ${number}`), words, width);
}

function open({ due, toClear, beliefs }: Overview): readonly string[] {
  const wrong =
    toClear.length === 0
      ? []
      : [`${'wrong answers to clear'.padEnd(24)}${toClear.length}${beliefs.length > 0 ? `  (${beliefs.join(' ')})` : ''}`];
  return [...(due ? [`${'due for review today'.padEnd(24)}${due}`] : []), ...wrong];
}

function next(paper: Paper, { address, why, minutesLeft, title }: Next): readonly string[] {
  const verb = why === 'exercise' ? 'exercise' : 'lesson';
  const left = `${minutesLeft} ${minutesLeft === 1 ? 'minute' : 'minutes'}`;
  const words = {
    resume: `where you stopped, ${left} left`,
    exercise: `its exercise is left, ${left}`,
    first: `the first one, ${left}`,
    next: `${title}, ${left}`,
  }[why];
  return row(command(paper, `${verb} ${address}`), words, paper.columns - 2);
}

const command = ({ theme, glyphs, pnpm }: Paper, typed: string) =>
  `${theme.accent(glyphs.next)} ${theme.strong(padEnd(`${pnpm} ${typed}`, 22))}  `;

/** What a mark stands for, beside it, or below it where there is no room. */
const row = (mark: string, words: string, width: number) =>
  width - widthOf(mark) < 30 ? [mark.trimEnd(), ...hanging('  ', words, width)] : hanging(mark, words, width);
