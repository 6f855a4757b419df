import { append } from './append.ts';
import { emptyLog, type Log, type Settings } from './log.ts';

export const hour = 3_600_000;
export const day = 24 * hour;
/** Noon of the first day; what day it is has no meaning here. */
export const dawn = Date.UTC(2026, 0, 1, 12);

/** A log to begin with, and a question to try on it. */
export interface Story {
  readonly title: string;
  readonly ask: string;
  /** What a new record's value is called. */
  readonly noun: string;
  /** Bytes of a value; not given: those of its text. */
  readonly valueBytes?: number;
  readonly now: number;
  readonly log: Log;
}

/** A record's key, whether it has a value, and the hour after `dawn` at which it was sent. */
type Line = readonly [key: string | null, has: 'value' | 'null', at: number];

function told(story: Omit<Story, 'log' | 'now'>, now: number, settings: Partial<Settings>, lines: readonly Line[]): Story {
  const log = lines.reduce((before, [key, has, at], i) => {
    const value = has === 'value' ? `${story.noun} ${i + 1}` : null;
    const size = story.valueBytes === undefined ? {} : { valueBytes: story.valueBytes };
    return append(before, [{ key, value, timestamp: dawn + at * hour, ...size }], dawn + now * hour).log;
  }, emptyLog(settings));
  return { ...story, now: dawn + now * hour, log };
}

export const stories: readonly Story[] = [
  told(
    {
      title: 'One hour to keep',
      noun: 'order',
      ask: 'The first order is two hours old, the second is new, and the topic keeps records for an hour. Run the retention check. Then let two hours pass and run it again.',
    },
    2,
    { 'retention.ms': hour },
    [
      [null, 'value', 0],
      [null, 'value', 2],
    ],
  ),
  told(
    {
      title: 'A segment for each hour',
      noun: 'order',
      ask: 'The same hour to keep, and a new segment when an hour has passed between two records. What does the check leave now?',
    },
    3,
    { 'retention.ms': hour, 'segment.ms': hour },
    [
      [null, 'value', 0],
      [null, 'value', 0.5],
      [null, 'value', 2],
      [null, 'value', 3],
    ],
  ),
  told(
    {
      title: 'Two and a half megabytes',
      noun: 'catalogue',
      valueBytes: 600_000,
      ask: 'Catalogues of 600 kB, a segment of 1 MiB has room for one, and the limit is 2.5 MB. How many does the check leave?',
    },
    0,
    { 'retention.ms': -1, 'retention.bytes': 2_500_000, 'segment.bytes': 1_048_576 },
    Array.from({ length: 7 }, () => [null, 'value', 0]),
  ),
  told(
    {
      title: 'Only the newest',
      noun: 'address',
      ask: 'Three customers move and move again. Send for the cleaner: what is left behind the active segment, and what in it? Then let a day pass, send one more address, and send for it again.',
    },
    48,
    { 'cleanup.policy': 'compact', 'segment.ms': hour, 'min.cleanable.dirty.ratio': 0.01 },
    [
      ...['ada', 'bob', 'eve', 'ada', 'bob', 'ada'].map((key): Line => [key, 'value', 0]),
      ...['ada', 'bob', 'ada', 'bob'].map((key): Line => [key, 'value', 48]),
    ],
  ),
  told(
    {
      title: 'Forget Ada',
      noun: 'address',
      ask: 'Ada’s address and then a tombstone for her lie in closed segments, and delete.retention.ms is 0. Send for the cleaner, twice. Then send a record for somebody, a day later another, and try again.',
    },
    48,
    { 'cleanup.policy': 'compact', 'segment.ms': hour, 'min.cleanable.dirty.ratio': 0.01, 'delete.retention.ms': 0 },
    [
      ['ada', 'value', 0],
      ['ada', 'null', 24],
      ['bob', 'value', 48],
    ],
  ),
];
