import type { Paper } from '../paper.ts';
import { wrapped } from '../text.ts';
import type { Said, Tally } from '../walk/said.ts';
import { count } from './headings.ts';
import { prosePage, roomOf } from './prose.ts';

/** The invitation: what is to be built, and the command that starts it. */
export function exercisePage({ lesson, passed }: Extract<Said, { say: 'exercise' }>, paper: Paper): readonly string[] {
  const first = (lesson.task ?? '').split(/\n\s*\n/).find((part) => part.trim() !== '' && !part.trim().startsWith('#')) ?? '';
  const done = passed ? ['', 'You have passed it before.'] : [];
  return [
    '',
    paper.theme.strong('The exercise'),
    '',
    ...prosePage(first, paper),
    ...done,
    '',
    command(`exercise ${lesson.number}`, paper),
  ];
}

export function finishedPage({ lesson, tally, counts }: Extract<Said, { say: 'finished' }>, paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  const title = tally.experiments > 0 ? `${lesson.number} is behind you` : `${lesson.number}: the questions are behind you`;
  const room = roomOf(paper);
  const again = tally.wrong.length > 0 ? wrapped(`To look at again: ${tally.wrong.join(', ')}`, room) : [];
  const open =
    counts || tally.experiments === 0 ? [] : wrapped('Nobody answered here, so the lesson does not count as finished.', room);
  const next = tally.experiments > 0 ? ['', command('lesson', paper)] : [];
  return [
    '',
    `${theme.accent(glyphs.proved)} ${theme.strong(title)}`,
    '',
    ...tallyLines(tally).flatMap((line) => wrapped(line, room)),
    ...again,
    ...open,
    ...next,
  ];
}

export function reviewedPage({ tally }: Extract<Said, { say: 'reviewed' }>, paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  const right = `${tally.right} of ${count(tally.questions, 'question')} right`;
  const back = 'What was right stays away longer each time; what was not comes back tomorrow.';
  return [
    '',
    `${theme.accent(glyphs.proved)} ${theme.strong('That is all for today')}`,
    '',
    ...(tally.questions > 0
      ? [right, ...wrapped(back, roomOf(paper))]
      : wrapped('Nothing was answered, so nothing has moved.', roomOf(paper))),
    '',
    command('lesson', paper),
  ];
}

function tallyLines(tally: Tally): readonly string[] {
  const runs = tally.experiments > 0 ? [`${tally.proved} of ${count(tally.experiments, 'experiment')} proved in this session`] : [];
  const predictions = tally.predictions > 0 ? [`${tally.predicted} of ${count(tally.predictions, 'prediction')} right`] : [];
  const questions = tally.questions > 0 ? [`${tally.right} of ${count(tally.questions, 'question')} right`] : [];
  return [...runs, ...predictions, ...questions];
}

export function leftPage(verb: string, paper: Paper): readonly string[] {
  return [...wrapped('Everything up to here is kept.', roomOf(paper)), command(verb, paper)];
}

export function command(verb: string, { glyphs, theme, pnpm }: Paper): string {
  return `${theme.accent(glyphs.next)} ${theme.strong(`${pnpm} ${verb}`)}`;
}
