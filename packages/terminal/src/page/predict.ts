import { join } from 'node:path';
import { fileLink } from '../link.ts';
import type { Paper } from '../paper.ts';
import { hanging, wrapped } from '../text.ts';
import type { Said } from '../walk/said.ts';
import { roomOf } from './prose.ts';

/** The question that stands before a run. */
export function predictPage({ address, card }: Extract<Said, { say: 'predict' }>, paper: Paper): readonly string[] {
  const room = roomOf(paper);
  const { predict } = card;
  const head = `${paper.theme.accent(address)}  ${paper.theme.strong('Your prediction')}`;
  const ask = wrapped(card.ask, room);
  if (predict.kind === 'number') return [head, '', ...ask];
  return [head, '', ...ask, '', ...predict.options.flatMap((option, i) => hanging(`  ${i + 1}  `, option.says, room))];
}

export function predictedPage({ predicted, card }: Extract<Said, { say: 'predicted' }>, paper: Paper): readonly string[] {
  const { predict } = card;
  if (predicted.kind === 'skipped') return ['you skipped the prediction'];
  const text =
    predicted.kind === 'number'
      ? `${predicted.value} ${predict.kind === 'number' ? predict.unit : ''}`.trim()
      : predict.kind === 'choice'
        ? (predict.options[predicted.option]?.says ?? '')
        : '';
  return hanging(`${paper.theme.accent('›')} you said  `, text, roomOf(paper));
}

/** The line above a run. The seed repeats it. */
export function runPage(
  { lesson, address, card, seed, experiment }: Extract<Said, { say: 'run' }>,
  paper: Paper,
): readonly string[] {
  const arms = Object.values(card.arms).join('  and  ');
  const file = `experiments/${experiment}.ts`;
  return [
    ...hanging(`${paper.theme.accent(address)}  `, paper.theme.strong(card.title), roomOf(paper)),
    ...hanging('', `once with each: ${arms}`, roomOf(paper)),
    ...hanging('', `${fileLink(file, paper, join(lesson.dir, file))} · seed ${seed}`, roomOf(paper)),
  ];
}
