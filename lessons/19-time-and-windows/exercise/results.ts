import type { Lab, Topic } from '@proving/lab';
import { first, second, viewsOf } from './story.ts';

const minute = 60_000;

/** A result: `a 1700000040000` and its number of views. */
export type Result = readonly [window: string, views: number];

export async function resultsIn(lab: Lab, counts: Topic): Promise<readonly Result[]> {
  const records = await lab.readAll(counts, { isolation: 'read_committed' });
  return records.map(({ key, value }) => {
    const [start = '', views = ''] = `${value}`.split(' ');
    return [`${key} ${start}`, Number(views)] as const;
  });
}

/** What differs between the learner's results and those of Kafka Streams. */
export function compared(own: readonly Result[], theirs: readonly Result[]) {
  const known = new Set(
    [first, second].flatMap(viewsOf).map(({ page, time }) => `${page} ${floor(time)}`),
  );
  const got = new Map(own);
  const wanted = new Map(theirs);
  const shared = [...wanted].filter(([window]) => got.has(window));
  const count = (fits: (views: number, right: number) => boolean) =>
    shared.filter(([window, right]) => fits(got.get(window) ?? 0, right)).length;
  return {
    results: own.length,
    otherMinutes: [...got.keys()].filter((window) => !known.has(window)).length,
    offGrid: [...got.keys()].filter((window) => !onGrid(window)).length,
    again: own.length - got.size,
    early: [...got.keys()].filter((window) => known.has(window) && !wanted.has(window)).length,
    missing: wanted.size - shared.length,
    silent: [first, second].filter((story) => isSilent(story, got)).length,
    tooFew: count((views, right) => views < right),
    tooMany: count((views, right) => views > right),
  };
}

const floor = (time: number) => Math.floor(time / minute) * minute;
const onGrid = (window: string) => Number(window.split(' ')[1]) % minute === 0;
const isSilent = (story: string, got: ReadonlyMap<string, number>) =>
  viewsOf(story).every(
    ({ page }) => ![...got.keys()].some((window) => window.startsWith(`${page} `)),
  );
