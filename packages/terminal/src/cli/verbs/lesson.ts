import { openLesson } from '../../open/walk.ts';
import { count } from '../../page/headings.ts';
import type { Call } from '../call.ts';
import { progressOf } from '../course.ts';
import { atOf, opening } from '../opening.ts';
import { untilLast } from '../until-last.ts';

export async function run(call: Call): Promise<number> {
  if (call.args.length === 0) await sayWhatIsDue(call);
  const opened = await opening(call);
  if (opened === null) return 0;
  const { options, place } = opened;
  return untilLast(call, () => openLesson({ ...options, at: atOf(place), answers: call.flags.answers }));
}

/** Who comes without an address is told what else there is to do today; one line, and only where somebody reads it. */
async function sayWhatIsDue(call: Call): Promise<void> {
  if (call.mode === 'plain' || call.mode === 'json') return;
  const { dueAt, schedule } = await import('@proving/progress/review');
  const { entries } = await progressOf(call).read();
  const { items } = dueAt(schedule(entries), entries, new Date());
  const { out, paper } = call;
  if (items.length > 0)
    out.line(`\n  For review today: ${count(items.length, 'question')} ${paper.glyphs.next} ${paper.pnpm} review`);
}
