import type { Count } from '../windows/index.ts';
import { base } from './story.ts';

/** `a[0,10)`: a key, and seconds since the beginning of the story. A session has its last view within, so it ends in a bracket. */
export const label = ({ key, start, end }: Count, bracket: ')' | ']'): string =>
  `${key}[${seconds(start)},${seconds(end)}${bracket}`;

export const seconds = (time: number): number => (time - base) / 1_000;
