import { openQuiz } from '../../open/walk.ts';
import type { Call } from '../call.ts';
import { atOf, opening } from '../opening.ts';

export async function run(call: Call): Promise<number> {
  const opened = await opening(call);
  if (opened === null) return 0;
  return openQuiz({ ...opened.options, at: atOf(opened.place), answers: call.flags.answers });
}
