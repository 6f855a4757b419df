import type { ChangeRow, Compatibility, Level, SchemaFormat } from '@proving/spec';

/** The schema evolution matrix: what happens to a contract, and in which direction that passes. */
export interface SchemaMatrix {
  readonly registry: string;
  readonly asked: string;
  readonly rows: readonly MatrixRow[];
}
export interface MatrixRow extends ChangeRow {
  /** `field added with default`. */
  readonly says: string;
  readonly cells: Readonly<Record<Direction, Passes>>;
  readonly first: First;
}

/** What a level without TRANSITIVE looks at, and one with it. */
export const directions = ['BACKWARD', 'FORWARD', 'FULL'] as const;
export type Direction = (typeof directions)[number];
/** `latest`: compared with the latest version alone it passes, and with all versions before it does not. */
export type Passes = 'always' | 'latest' | 'never';
/** Whose upgrade goes first when the change goes live; `nobody`: whoever does breaks somebody. */
export type First = 'readers' | 'writers' | 'either' | 'nobody';

/** The changes of one format, or of all. */
export function schemaMatrix({ registry, asked, rows }: Compatibility, format?: SchemaFormat): SchemaMatrix {
  const shown = format ? rows.filter((row) => row.format === format) : rows;
  return { registry, asked, rows: shown.map(matrixRow) };
}

export function matrixRow(row: ChangeRow): MatrixRow {
  const cells = { BACKWARD: passes(row, 'BACKWARD'), FORWARD: passes(row, 'FORWARD'), FULL: passes(row, 'FULL') };
  return { ...row, says: row.change.replaceAll('-', ' '), cells, first: goesFirst(cells) };
}

/** Looks at the latest version alone: nobody upgrades from another. */
function goesFirst({ BACKWARD, FORWARD }: MatrixRow['cells']): First {
  if (BACKWARD !== 'never') return FORWARD === 'never' ? 'readers' : 'either';
  return FORWARD === 'never' ? 'nobody' : 'writers';
}

function passes({ taken }: ChangeRow, direction: Direction): Passes {
  if (taken.includes(`${direction}_TRANSITIVE`)) return 'always';
  return taken.includes(direction) ? 'latest' : 'never';
}

/** A level in its two parts; NONE has neither. */
export function partsOf(level: Level): { readonly direction: Direction | null; readonly transitive: boolean } {
  const direction = directions.find((each) => level.startsWith(each)) ?? null;
  return { direction, transitive: level.endsWith('_TRANSITIVE') };
}
