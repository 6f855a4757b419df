import { fold } from '@proving/progress';
import { Plain } from '@proving/spec';
import type { Call } from '../call.ts';
import { progressOf } from '../course.ts';

/** A line of the learner's own, kept with the lesson that they are in. */
export async function run(call: Call): Promise<number> {
  const { out, args, paper } = call;
  const text = args.join(' ').trim();
  if (text === '')
    throw new Plain('usage', 'A note needs words.', { fix: `${paper.pnpm} note "what I want to remember"`, exit: 64 });
  const progress = progressOf(call);
  const lesson = fold((await progress.read()).entries).last?.lesson ?? null;
  const entry = await progress.append({ kind: 'note', lesson, text });
  out.json('note', { id: entry.id, lesson, text });
  const number = lesson?.slice(0, 2);
  out.line(`  Noted${number ? ` with lesson ${number}` : ''}. ${paper.glyphs.next} ${paper.pnpm} progress labbook`);
  return 0;
}
