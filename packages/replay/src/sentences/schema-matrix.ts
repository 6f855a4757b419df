import { directions, type First, type MatrixRow, type SchemaMatrix } from '../schema-matrix.ts';

/** The matrix read aloud: a sentence for each change. */
export const schemaMatrixInSentences = (matrix: SchemaMatrix): readonly string[] => [
  ...matrix.rows.map((row) => `${capital(row.says)}: ${inWords(row)}`),
  askedOf(matrix),
];

/** Who was asked, and when. */
export const askedOf = ({ registry, asked }: Pick<SchemaMatrix, 'registry' | 'asked'>): string =>
  `Asked of ${registry} on ${asked}. At NONE all of it passes.`;

/** What to do with a change that is to go live. */
export const firstInWords: Readonly<Record<First, string>> = {
  readers: 'readers first',
  writers: 'writers first',
  either: 'either first',
  nobody: 'nobody can go first',
};

function inWords({ cells, first }: MatrixRow): string {
  const taken = directions.filter((each) => cells[each] !== 'never');
  const latest = directions.filter((each) => cells[each] === 'latest');
  const refused = latest.length > 0 ? ` Refused at ${latest.map((each) => `${each}_TRANSITIVE`).join(' and ')}.` : '';
  const passes = taken.length === 0 ? 'refused at every level' : taken.length === 3 ? 'passes' : `passes ${taken.join(' and ')}`;
  return `${passes}; ${firstInWords[first]}.${refused}`;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
