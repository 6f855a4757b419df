import type { Paper } from '../paper.ts';
import { hanging, padEnd, titled, widthOf } from '../text.ts';
import type { Said } from '../walk/said.ts';
import type { Picture } from '../workbench/picture.ts';
import { roomOf } from './prose.ts';

export function goalPage({ lesson, picture }: Extract<Said, { say: 'goal' }>, paper: Paper): readonly string[] {
  const head = titled(`${lesson.number} goal`, 'what each task looks for', roomOf(paper), paper.theme.strong);
  return [head, '', ...drawing(picture, paper)];
}

export function statePage({ lesson, picture, at }: Extract<Said, { say: 'state' }>, paper: Paper): readonly string[] {
  const { theme } = paper;
  const room = roomOf(paper);
  const differences = picture.differences ?? [];
  return [
    titled(`${lesson.number} state`, `what was measured, ${at}`, room, theme.strong),
    '',
    ...drawing(picture, paper),
    ...(differences.length === 0
      ? ['No difference: the state is the goal.']
      : [theme.strong('Differences'), ...differences.flatMap((each) => hanging('  ', each, room))]),
  ];
}

/** Goal and state alike: each task, and below it the values that it looks at. */
function drawing({ tasks }: Picture, paper: Paper): readonly string[] {
  const room = roomOf(paper);
  const names = tasks.flatMap(({ fields }) => fields.map(({ name }) => widthOf(name)));
  const wide = Math.min(Math.max(0, ...names), Math.floor(room / 2));
  return tasks.flatMap(({ title, fields }, i) => [
    ...hanging(`${i + 1}  `, title, room),
    ...fields.flatMap(({ name, value }) =>
      paper.aloud ? hanging('   ', `${name}: ${value}`, room) : hanging(`   ${padEnd(name, wide)}  `, value, room),
    ),
    '',
  ]);
}

export function solutionPage({ lesson, code }: Extract<Said, { say: 'solution' }>, paper: Paper): readonly string[] {
  const { strong } = paper.theme;
  // Code is copied from here: it keeps its own lines, whatever the width.
  return [strong(`${lesson.number} solution`), '', ...code.trimEnd().split('\n')];
}
