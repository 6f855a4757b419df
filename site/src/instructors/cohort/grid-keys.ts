/** A place in a table, from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads in a table of that size, as in a spreadsheet; null for a key that leads nowhere. */
export function placeAfter(key: string, ctrl: boolean, { row, column }: Place, size: Place): Place | null {
  const [bottom, right] = [size.row - 1, size.column - 1];
  switch (key) {
    case 'ArrowRight':
      return { row, column: Math.min(column + 1, right) };
    case 'ArrowLeft':
      return { row, column: Math.max(column - 1, 0) };
    case 'ArrowDown':
      return { row: Math.min(row + 1, bottom), column };
    case 'ArrowUp':
      return { row: Math.max(row - 1, 0), column };
    case 'PageDown':
      return { row: Math.min(row + 10, bottom), column };
    case 'PageUp':
      return { row: Math.max(row - 10, 0), column };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? bottom : row, column: right };
    default:
      return null;
  }
}
