import type { Paper } from '../paper.ts';
import { titled, wrapped } from '../text.ts';
import type { Said } from '../walk/said.ts';
import { count } from './headings.ts';
import { roomOf } from './prose.ts';

export const roman = (part: number): string => ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][part - 1] ?? String(part);

export function assessPage({ part, questions, left, seed }: Extract<Said, { say: 'assess' }>, paper: Paper): readonly string[] {
  const room = roomOf(paper);
  const where = left < questions ? `You go on: ${count(left, 'question')} of ${questions} are left, then the incident.` : '';
  const what = `From all lessons of the part, mixed. Each is asked once, and says at once what is right. Then an incident.`;
  return [
    titled(`Assessment of part ${roman(part)}`, count(questions, 'question'), room, paper.theme.strong),
    '',
    ...wrapped(where || what, room),
    ...wrapped(`seed ${seed}`, room),
  ];
}

export function assessedPage({ tally }: Extract<Said, { say: 'assessed' }>, paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  const room = roomOf(paper);
  const again = tally.wrong.length > 0 ? wrapped(`To look at again: ${tally.wrong.join(', ')}`, room) : [];
  return [
    '',
    `${theme.accent(glyphs.next)} ${theme.strong('The questions are behind you')}`,
    '',
    `${tally.right} of ${count(tally.questions, 'question')} right`,
    ...again,
  ];
}
