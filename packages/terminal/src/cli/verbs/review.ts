import { openReview } from '../../open/review.ts';
import type { Call } from '../call.ts';
import { allLessons, progressOf } from '../course.ts';
import { lazyRunner } from '../runner.ts';

/** What was missed, and what is about to be forgotten: at most ten questions a day. */
export async function run(call: Call): Promise<number> {
  const { out, paper, mode, flags, home, signal } = call;
  const { lessons } = await allLessons(call);
  const reviewed = await openReview({
    lessons,
    mode,
    paper,
    progress: progressOf(call),
    runner: lazyRunner(home),
    home,
    seed: flags.seed,
    driver: null,
    signal,
    answers: flags.answers,
    now: new Date(),
  });
  if (reviewed.code !== null) return reviewed.code;
  const { next } = reviewed;
  out.json('reviewed', { due: 0, next });
  const when =
    next === null ? 'Questions come here when you have answered them in a lesson.' : `The next question comes back on ${next}.`;
  out.line(`  Nothing is due today. ${when}`);
  return 0;
}
