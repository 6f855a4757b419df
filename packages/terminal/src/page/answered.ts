import type { Answer, Question } from '@proving/spec';
import type { Paper } from '../paper.ts';
import { hanging, indented, wrapped } from '../text.ts';
import type { Said } from '../walk/said.ts';
import { prosePage, roomOf } from './prose.ts';
import { letter } from './question.ts';

type Answered = Extract<Said, { say: 'answered' }>;

/** Right or not, with a reason for every option, and what comes of it. */
export function answeredPage(said: Answered, paper: Paper): readonly string[] {
  const { question, answer, order, beliefs, returns } = said;
  const room = roomOf(paper);
  const reasons =
    question.kind === 'one' || question.kind === 'several'
      ? options(question, answer, order, paper)
      : solution(question, answer, paper);
  const belief = beliefs.length > 0 ? `That is the stale belief ${beliefs.join(', ')}; review will bring it back.` : '';
  const later = returns ? 'This question comes once more at the end.' : '';
  const after = [belief, later].filter(Boolean).join(' ');
  return [head(said, paper), '', ...reasons, ...(after ? ['', ...wrapped(after, room)] : [])];
}

function head({ answer, right, sure }: Answered, { glyphs, theme }: Paper): string {
  if (answer.kind === 'skipped') return theme.strong('skipped');
  const how = sure === null ? '' : sure ? ', and you were sure' : ', a guess';
  return right
    ? `${theme.accent(glyphs.proved)} ${theme.strong('right')}${how}`
    : `${theme.bad(glyphs.dead)} ${theme.strong('not so')}${how}`;
}

function options(
  question: Extract<Question, { kind: 'one' | 'several' }>,
  answer: Answer,
  order: readonly number[],
  paper: Paper,
): readonly string[] {
  const { glyphs, theme } = paper;
  const chosen = answer.kind === 'options' ? answer.chosen : [];
  const room = roomOf(paper);
  return order.flatMap((index, i) => {
    const option = question.options[index];
    if (!option) return [];
    const mark = option.right ? theme.accent(glyphs.proved) : chosen.includes(index) ? theme.bad(glyphs.dead) : ' ';
    const own = chosen.includes(index) ? 'your answer: ' : '';
    const says = hanging(
      `${mark}${' '.repeat(Math.max(1, 3 - [...(option.right ? glyphs.proved : ' ')].length))}${i + 1}  `,
      own + option.says,
      room,
    );
    return [
      ...(i > 0 ? [''] : []),
      ...says,
      ...indented(prosePage(option.because, { ...paper, width: paper.width - 6 }), '      '),
    ];
  });
}

function solution(question: Exclude<Question, { kind: 'one' | 'several' }>, answer: Answer, paper: Paper): readonly string[] {
  const room = roomOf(paper);
  const given = answerText(question, answer);
  const yours = given === null ? [] : hanging('you said  ', given, room);
  const right = rightText(question).flatMap((line, i) => hanging(i === 0 ? 'it is     ' : '          ', line, room));
  return [...yours, ...right, '', ...prosePage(question.because, paper)];
}

function answerText(question: Exclude<Question, { kind: 'one' | 'several' }>, answer: Answer): string | null {
  switch (answer.kind) {
    case 'number':
      return `${answer.value} ${question.kind === 'number' ? question.unit : ''}`.trim();
    case 'text':
      return answer.text;
    case 'order':
      return question.kind === 'order' ? answer.items.map((item) => question.items[item]).join(' → ') : null;
    case 'match':
      return question.kind === 'match'
        ? answer.rights.map((right, i) => `${letter(i)} ${question.pairs[right]?.[1]}`).join(', ')
        : null;
    default:
      return null;
  }
}

function rightText(question: Exclude<Question, { kind: 'one' | 'several' }>): readonly string[] {
  switch (question.kind) {
    case 'number': {
      const about = question.tolerance > 0 ? ` (${question.tolerance} more or less counts too)` : '';
      return [`${question.answer} ${question.unit}`.trim() + about];
    }
    case 'text':
      return [question.accept.join(', or ')];
    case 'order':
      return question.items.map((item, i) => `${i + 1}  ${item}`);
    case 'match':
      return question.pairs.map(([left, right]) => `${left}: ${right}`);
  }
}
