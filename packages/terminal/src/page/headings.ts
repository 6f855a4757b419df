import { badge } from '../markdown/inline.ts';
import type { Paper } from '../paper.ts';
import { hanging, indented, padEnd, titled, widthOf, wrapped } from '../text.ts';
import type { ClaimSeen, Said } from '../walk/said.ts';
import { roomOf } from './prose.ts';

type Opened = Extract<Said, { say: 'opened' }>;

export function openedPage({ lesson, where }: Opened, paper: Paper): readonly string[] {
  const { manifest } = lesson;
  const room = roomOf(paper);
  const right = where === 'quiz' ? count(lesson.quiz.length, 'question') : `${manifest.minutes} min`;
  const { accent, strong } = paper.theme;
  const number = lesson.number.length;
  const head = titled(
    `${lesson.number} ${manifest.title}`,
    right,
    room,
    (text) => accent(text.slice(0, number)) + strong(text.slice(number)),
  );
  const lines = [head, ''];
  if (where === 'quiz') return [...lines, ...wrapped('Each question is settled by a claim that you can run.', room)];
  const parts = [
    count(lesson.steps.length, 'step'),
    count(Object.keys(manifest.experiments).length, 'experiment'),
    count(lesson.quiz.length, 'question'),
    lesson.task === null ? '' : 'an exercise',
  ];
  const found: Readonly<Record<Opened['where'], string>> = {
    first: `${parts.filter(Boolean).join(' · ')}`,
    resumed: 'You go on where you stopped.',
    asked: `${parts.filter(Boolean).join(' · ')}`,
    again: 'You have finished this lesson; here it is once more from its beginning.',
    quiz: '',
  };
  return [...lines, ...wrapped(manifest.question, room), '', ...wrapped(found[where], room)];
}

export function stepPage({ lesson, number, of, title }: Extract<Said, { say: 'step' }>, paper: Paper): readonly string[] {
  const address = `${lesson.number}.${number}`;
  const where = `step ${number} of ${of}`;
  const room = roomOf(paper);
  if (widthOf(address) + 2 + widthOf(title) + 2 + widthOf(where) <= room) {
    const gap = ' '.repeat(room - widthOf(address) - 2 - widthOf(title) - widthOf(where));
    return ['', `${paper.theme.accent(address)}  ${paper.theme.strong(title)}${gap}${where}`];
  }
  const [first = '', ...rest] = hanging(`${address}  `, title, room);
  const named = paper.theme.accent(address) + paper.theme.strong(first.slice(address.length));
  return ['', where, named, ...rest.map((line) => paper.theme.strong(line))];
}

/** The claims that a text cites, each with what has become of it on this machine. */
export function claimsPage(claims: readonly ClaimSeen[], paper: Paper): readonly string[] {
  const widest = Math.max(...claims.map((claim) => widthOf(claim.id) + 2));
  return claims.flatMap((claim) => {
    const state = claim.proved
      ? `proved on ${claim.proved.kafka}, ${claim.proved.day}, this machine`
      : 'not yet run on this machine';
    const one = `${padEnd('', widest - widthOf(claim.id) - 2)}  ${state}`;
    if (widest + 2 + widthOf(state) <= roomOf(paper)) return [badge(claim.id, paper) + one];
    return [badge(claim.id, paper), ...indented(wrapped(state, roomOf(paper) - 2))];
  });
}

export function quizPage(questions: number, paper: Paper): readonly string[] {
  return [
    '',
    paper.theme.strong('Questions'),
    '',
    ...wrapped(`${count(questions, 'question')} before the end. What you get wrong, or guess, comes once more.`, roomOf(paper)),
  ];
}

export function reviewPage({ questions, due }: Extract<Said, { say: 'review' }>, paper: Paper): readonly string[] {
  const room = roomOf(paper);
  const rest = due > questions ? ` ${due - questions} more are due; they keep.` : '';
  return [
    titled('Review', count(questions, 'question'), room, paper.theme.strong),
    '',
    ...wrapped(`What you are most likely to have forgotten comes first.${rest}`, room),
  ];
}

export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
