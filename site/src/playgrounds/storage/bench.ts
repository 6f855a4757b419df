import { append } from './append.ts';
import { clean } from './cleaner.ts';
import { endOf, type Log, type Settings } from './log.ts';
import { retentionCheck } from './retention.ts';
import type { Story } from './stories.ts';
import { afterAppend, afterCheck, afterCleaning } from './words.ts';

/** A log under the hand: its clock, and what has been said about each act, newest first. */
export interface Bench {
  readonly story: Story;
  readonly log: Log;
  /** The broker's clock, ms since 1970. */
  readonly now: number;
  readonly said: readonly { readonly id: number; readonly text: string }[];
}

export type Act =
  | { readonly does: 'begin'; readonly story: Story }
  /** `ahead`: by how much the producer's time stamp is ahead of the broker's clock, ms. */
  | { readonly does: 'send'; readonly key: string | null; readonly tombstone: boolean; readonly ahead: number }
  | { readonly does: 'wait'; readonly ms: number; readonly text: string }
  | { readonly does: 'check' | 'clean' }
  | { readonly does: 'set'; readonly settings: Partial<Settings>; readonly text: string };

export const begin = (story: Story): Bench => ({ story, log: story.log, now: story.now, said: [] });

export function after(bench: Bench, act: Act): Bench {
  const { log, now, story } = bench;
  switch (act.does) {
    case 'begin':
      return begin(act.story);
    case 'send': {
      const value = act.tombstone ? null : `${story.noun} ${endOf(log) + 1}`;
      const size = story.valueBytes === undefined ? {} : { valueBytes: story.valueBytes };
      const done = append(log, [{ key: act.key, value, timestamp: now + act.ahead, ...size }], now);
      return { ...told(bench, afterAppend(done, act.key)), log: done.log };
    }
    case 'wait':
      return { ...told(bench, act.text), now: now + act.ms };
    case 'check': {
      const done = retentionCheck(log, now);
      return { ...told(bench, afterCheck(done)), log: done.log };
    }
    case 'clean': {
      const done = clean(log, now);
      return { ...told(bench, afterCleaning(done)), log: done.log };
    }
    case 'set':
      return { ...told(bench, act.text), log: { ...log, settings: { ...log.settings, ...act.settings } } };
  }
}

const told = (bench: Bench, text: string): Bench => ({
  ...bench,
  said: [{ id: (bench.said[0]?.id ?? 0) + 1, text }, ...bench.said].slice(0, 6),
});
