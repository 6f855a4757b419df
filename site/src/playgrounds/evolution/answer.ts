import { type Direction, type First, type MatrixRow, partsOf } from '@proving/replay';
import type { Level } from '@proving/spec';

export interface Answer {
  readonly level: Level;
  readonly taken: boolean;
  readonly says: string;
  readonly because: string;
  readonly first: string;
}

/** What the registry said of that change at that level, and what it means for the day of the upgrade. */
export function answerOf(row: MatrixRow, direction: Direction | 'NONE', transitive: boolean): Answer {
  const level: Level = direction === 'NONE' || !transitive ? direction : `${direction}_TRANSITIVE`;
  const taken = row.taken.includes(level);
  return {
    level,
    taken,
    says: taken ? `${level} takes it.` : `${level} refuses it.`,
    because: because(row, level),
    first: firsts[row.first],
  };
}

function because({ cells, history }: MatrixRow, level: Level): string {
  const { direction, transitive } = partsOf(level);
  if (direction === null) return 'At NONE nothing is compared. Whoever reads is the first to compare.';
  const said = { BACKWARD: cells.BACKWARD !== 'never', FORWARD: cells.FORWARD !== 'never' };
  const asked = direction === 'FULL' ? (['BACKWARD', 'FORWARD'] as const) : [direction];
  const pair = asked.map((each) => pairs[each][said[each] ? 'reads' : 'not']).join(', and ');
  const older = history.length > 2 && cells[direction] === 'latest';
  const behind = !older
    ? ''
    : transitive
      ? ' But a version further back does not fit, and _TRANSITIVE looks at all of them.'
      : ' A version further back does not fit. At this level nobody looks at it, and its records are still in the log.';
  return `${pair.slice(0, 1).toUpperCase()}${pair.slice(1)}.${behind}`;
}

const pairs = {
  BACKWARD: {
    reads: 'the new schema can read what the version before it has written',
    not: 'the new schema cannot read all that the version before it may have written',
  },
  FORWARD: {
    reads: 'the version before it can read what the new schema writes',
    not: 'the version before it cannot read all that the new schema may write',
  },
} as const;

const firsts: Readonly<Record<First, string>> = {
  readers: 'Upgrade the readers first: old readers may fail at new records.',
  writers: 'Upgrade the writers first: new readers may fail at old records, also at those that stay in the log.',
  either: 'Readers or writers may go first, coming from the version before it.',
  nobody: 'Nobody can go first. It takes another way: several steps that pass, or a new topic.',
};
