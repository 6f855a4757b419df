import { Plain } from '@proving/spec';
import type { Call } from '../call.ts';
import { allLessons, progressOf } from '../course.ts';
import { placeTyped } from '../place.ts';
import { begunEver, recap } from '../recap.ts';

/** The revision card of a lesson, or of every lesson that was begun. */
export async function run(call: Call): Promise<number> {
  const progress = progressOf(call);
  const { entries } = await progress.read();
  if (call.args.length > 0) {
    const place = await placeTyped(call, progress);
    if (place !== null) await recap(call, [place.lesson], entries);
    return 0;
  }
  const { lessons } = await allLessons(call);
  const done = begunEver(lessons, entries);
  if (done.length === 0)
    throw new Plain('nothing-begun', 'You have not read a step yet, so there is nothing to revise.', {
      fix: `${call.paper.pnpm} lesson`,
      exit: 1,
    });
  await recap(call, done, entries);
  return 0;
}
