import { askedOf, type Direction, directions, type Passes, type SchemaMatrix, schemaMatrixInSentences } from '@proving/replay';
import type { Paper } from '../paper.ts';
import { padEnd, wrapped } from '../text.ts';

/** Changes of a schema against the levels of a registry. Aloud: a sentence for each change. */
export function schemaMatrixFigure(matrix: SchemaMatrix, paper: Paper, width: number): readonly string[] {
  if (paper.aloud) return schemaMatrixInSentences(matrix).flatMap((line) => wrapped(line, width));
  const label = Math.max(...matrix.rows.map(({ says }) => says.length)) + gap.length;
  const form = label + widthOf(wide) <= width ? wide : narrow;
  const says = Math.min(label, width - widthOf(form));
  const head = [padEnd('', says), ...directions.map((each) => form.head[each]), ...(form.first ? ['first'] : [])].join(gap);
  return [
    paper.theme.strong(head.trimEnd()),
    ...matrix.rows.flatMap((row) => {
      const [words = '', ...more] = wrapped(row.says, says).map((line) => padEnd(line, says));
      const cells = directions.map((each) => cell(row.cells[each], form.head[each].length, form, paper));
      const line = [words, ...cells, ...(form.first ? [row.first] : [])].join(gap).trimEnd();
      return [line, ...more.map((each) => `  ${each}`.trimEnd())];
    }),
    '',
    ...wrapped(`${form.latest}: compared with the latest version alone. ${askedOf(matrix)}`, Math.min(width, paper.width)),
  ];
}

interface Form {
  readonly head: Readonly<Record<Direction, string>>;
  readonly latest: string;
  /** Whether a last column says who goes first. */
  readonly first: boolean;
}
const wide: Form = { head: { BACKWARD: 'BACKWARD', FORWARD: 'FORWARD', FULL: 'FULL  ' }, latest: 'latest', first: true };
const narrow: Form = { head: { BACKWARD: 'back', FORWARD: 'forw', FULL: 'full' }, latest: '~', first: false };
const gap = '  ';

const widthOf = ({ head, first }: Form) =>
  directions.reduce((sum, each) => sum + gap.length + head[each].length, first ? gap.length + 'writers'.length : 0);

function cell(passes: Passes, width: number, { latest }: Form, { glyphs, theme }: Paper): string {
  if (passes === 'latest') return padEnd(latest, width);
  return passes === 'always' ? theme.accent(padEnd(glyphs.proved, width)) : theme.bad(padEnd(glyphs.dead, width));
}
