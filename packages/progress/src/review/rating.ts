import type { ProgressEntry } from '@proving/spec';
import { type Grade, Rating } from 'ts-fsrs';

type Answered = Extract<ProgressEntry, { kind: 'answer' | 'prediction' }>;

/**
 * How well something was known, from what the log says of it; nobody is asked to grade themselves. Null when it was skipped.
 * @param onTime whether it was asked no more than a day after it was due
 */
export function ratingOf(entry: Answered, onTime: boolean): Grade | null {
  if (entry.outcome === 'skipped') return null;
  if (entry.outcome === 'wrong') return Rating.Again;
  if (entry.kind === 'prediction') return Rating.Good;
  if (entry.sure === false) return Rating.Hard;
  return entry.sure === true && onTime ? Rating.Easy : Rating.Good;
}
