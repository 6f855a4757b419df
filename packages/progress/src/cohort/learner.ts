import type { ProgressEntry } from '@proving/spec';
import { verifyChain } from '../chain.ts';
import type { Stamped } from '../entry.ts';
import type { Exported } from '../export.ts';
import { fold } from '../fold.ts';
import { inOrder } from '../merge.ts';
import type { State } from '../state.ts';

/** One learner as an instructor sees them: what their files say, taken together. */
export interface Learner {
  readonly name: string;
  readonly entries: readonly ProgressEntry[];
  readonly state: State;
  /** Lines that are not what was once written, or follow on one that is missing. */
  readonly edited: number;
  /** ISO 8601 of the last thing that happened; null for an empty log. */
  readonly last: string | null;
}

/**
 * Files as learners. Files under one name are one learner's, in whatever order they come and however often; an entry counts once.
 */
export function learnersOf(files: readonly Exported[]): readonly Learner[] {
  const byName = Map.groupBy(files, ({ header }) => header.name);
  return [...byName]
    .map(([name, own]) => {
      const entries = inOrder(own.flatMap((file) => file.entries));
      const others: readonly Stamped[] = own.flatMap((file) => file.others);
      return {
        name,
        entries,
        state: fold(entries),
        edited: verifyChain([...entries, ...others]).length,
        last: entries.at(-1)?.at ?? null,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
