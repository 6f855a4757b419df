import type { Paper } from '../paper.ts';
import { hanging, indented, titled, widthOf, wrapped } from '../text.ts';
import type { ClaimSeen, Said } from '../walk/said.ts';
import { roomOf } from './prose.ts';

/** A lesson on one page: what it proved, one drawing, what to know by heart, what to say when asked. */
export function cardPage({ lesson, seen }: Extract<Said, { say: 'card' }>, paper: Paper): readonly string[] {
  const { theme } = paper;
  const { title, question, claims, card } = lesson.manifest;
  const room = roomOf(paper);
  const byHeart = Object.entries(card.remember).flatMap(([what, does]) => [
    ...wrapped(what, room).map(theme.strong),
    ...indented(wrapped(does, room - 2)),
  ]);
  return [
    '',
    titled(`${lesson.number}  ${title}`, 'to revise', room, theme.strong),
    '',
    ...wrapped(question, room),
    '',
    ...Object.entries(claims).flatMap(([id, text]) => claimLines(text, seen[id] ?? null, paper)),
    ...drawn(card.drawing, paper),
    ...(byHeart.length > 0 ? ['', ...byHeart] : []),
    '',
    ...wrapped(`When you are asked: ${card.interview}`, room),
  ];
}

/** A tick before what was seen proved here. */
function claimLines(text: string, seen: ClaimSeen['proved'], paper: Paper): readonly string[] {
  const { glyphs, theme } = paper;
  if (paper.aloud) return wrapped(`${seen ? `Proved here on ${seen.day}` : 'Not yet run here'}: ${text}`, roomOf(paper));
  const [first = '', ...rest] = hanging('·  ', text, roomOf(paper));
  return [seen ? `${theme.accent(glyphs.proved)}${first.slice(1)}` : first, ...rest];
}

/** The drawing says nothing that the lines around it do not say, so where it does not fit it is left out. */
function drawn(drawing: string, paper: Paper): readonly string[] {
  const lines = drawing.replace(/^\n+|\s+$/g, '').split('\n');
  const fits = !paper.aloud && drawing.trim() !== '' && Math.max(...lines.map(widthOf)) <= roomOf(paper);
  return fits ? ['', ...lines] : [];
}
