import type { Question } from '@proving/spec';
import type { Paper } from '../paper.ts';
import { hanging } from '../text.ts';
import type { Said } from '../walk/said.ts';
import { prosePage, roomOf } from './prose.ts';

type Ask = Extract<Said, { say: 'ask' }>;

export function askPage({ address, question, order, again }: Ask, paper: Paper): readonly string[] {
  const head = `${paper.theme.accent(address)}  ${paper.theme.strong(again ? 'Once more' : kinds[question.kind])}`;
  const options = optionLines(question, order, paper);
  return [head, '', ...prosePage(question.ask, paper), ...(options.length > 0 ? ['', ...options] : [])];
}

const kinds: Readonly<Record<Question['kind'], string>> = {
  one: 'One answer is right',
  several: 'All that are right',
  number: 'A number',
  order: 'Put them in order',
  match: 'Which belong together?',
  text: 'In a word or two',
};

function optionLines(question: Question, order: readonly number[], paper: Paper): readonly string[] {
  const room = roomOf(paper);
  const numbered = (texts: readonly string[]) => order.flatMap((index, i) => hanging(`  ${i + 1}  `, texts[index] ?? '', room));
  switch (question.kind) {
    case 'one':
    case 'several':
      return numbered(question.options.map((option) => option.says));
    case 'order':
      return numbered(question.items);
    case 'match': {
      const lefts = question.pairs.flatMap(([left], i) => hanging(`  ${letter(i)}  `, left, room));
      return [...lefts, '', ...numbered(question.pairs.map(([, right]) => right))];
    }
    default:
      return [];
  }
}

export const letter = (i: number): string => String.fromCharCode(97 + i);
