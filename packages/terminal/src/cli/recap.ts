import type { ProgressEntry } from '@proving/spec';
import type { WalkLesson } from '../walk/lesson.ts';
import { seenIn } from '../walk/seen.ts';
import { ask } from './ask.ts';
import type { Call } from './call.ts';
import { sayer } from './say.ts';

/** Those of which a step was ever read or an experiment run; a reset takes nothing of that back. */
export function begunEver(lessons: readonly WalkLesson[], entries: readonly ProgressEntry[]): readonly WalkLesson[] {
  const touched = new Set(
    entries.flatMap((entry) => (entry.kind === 'step.read' || entry.kind === 'experiment' ? [entry.lesson] : [])),
  );
  return lessons.filter(({ folder }) => touched.has(folder));
}

/** The revision cards of lessons, one after the other; in a terminal the next one comes when the learner wants it. */
export async function recap(call: Call, lessons: readonly WalkLesson[], entries: readonly ProgressEntry[]): Promise<void> {
  const { out, mode } = call;
  const say = sayer(call);
  const past = entries.map((entry) => ({ fact: entry, day: entry.at.slice(0, 10) }));
  for (const [i, lesson] of lessons.entries()) {
    say({ say: 'card', lesson, seen: seenIn(past, lesson.folder) });
    const left = lessons.length - i - 1;
    if (left === 0 || mode === 'plain' || mode === 'json') continue;
    out.line();
    const answer = await ask(call, `Enter for the next card (${left} left), q to stop: `);
    if (answer === null || /^q/i.test(answer.trim())) return;
  }
}
