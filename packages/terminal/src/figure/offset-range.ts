import { cut } from '../text.ts';

/** A range of offsets where there is room for it; else where it begins: `1000000000…`. */
export const fitting = (range: string, base: number, room: number): string =>
  range.length <= room ? range : cut(`${base}…`, room);
