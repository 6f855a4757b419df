import { existsSync } from 'node:fs';
import type { LoadedLesson } from '@proving/catalog';
import { fold } from '@proving/progress';
import { Plain, type ProgressEntry } from '@proving/spec';
import { fileLink } from '../../link.ts';
import { count } from '../../page/headings.ts';
import { ownPath, resetOwnFile } from '../../workbench/files.ts';
import { agrees, confirm } from '../ask.ts';
import type { Call } from '../call.ts';
import { allLessons, progressOf } from '../course.ts';
import { goLive } from '../live.ts';
import { placeTyped } from '../place.ts';
import { begunEver, recap } from '../recap.ts';

/** Gives back what a learner has changed: an exercise, a place in a lesson, or everything. The progress log only ever grows. */
export async function run(call: Call): Promise<number> {
  const { flags, args } = call;
  if (flags.all && args.length > 0) throw usage('--all takes no address.');
  if (flags.all) return resetAll(call);
  if (args.length === 0) throw usage('Name what to reset.');
  const progress = progressOf(call);
  const place = await placeTyped(call, progress);
  if (place === null) return 0;
  if (place.question !== null) throw usage('A question has nothing to reset.');
  return place.step === null ? resetExercise(call, place.lesson) : resetTo(call, place.lesson, place.step.number);
}

/** The exercise from its start; what was read stays read. */
async function resetExercise(call: Call, lesson: LoadedLesson): Promise<number> {
  const { out, home } = call;
  if (!existsSync(ownPath(lesson.dir))) {
    out.line(`  The exercise of lesson ${lesson.number} is as it was: you have not begun it.`);
    return 0;
  }
  if (!(await confirm(call, `${shown(lesson)} is replaced by its start; a copy is kept.`))) return unchanged(call);
  const kept = await resetOwnFile(lesson, home);
  // Behind the last step stands the exercise: nothing that was read is taken back.
  await progressOf(call).append({ kind: 'lesson.reset', lesson: lesson.folder, step: lesson.steps.length + 1 });
  out.json('reset', { lesson: lesson.folder, kept });
  out.line(`  ${shown(lesson)} is its start again.`);
  out.line(`  Yours is kept: ${fileLink(kept, call.paper)}`);
  return 0;
}

async function resetTo(call: Call, lesson: LoadedLesson, step: number): Promise<number> {
  await progressOf(call).append({ kind: 'lesson.reset', lesson: lesson.folder, step });
  call.out.json('reset', { lesson: lesson.folder, step });
  call.out.line(
    `  Lesson ${lesson.number} goes on at step ${step}. ${call.paper.glyphs.next} ${call.paper.pnpm} lesson ${lesson.number}`,
  );
  return 0;
}

/** Every exercise and place, and the topics and groups that the course made. */
async function resetAll(call: Call): Promise<number> {
  const { out, home, signal } = call;
  const progress = progressOf(call);
  const { lessons } = await allLessons(call);
  const { entries } = await progress.read();
  const state = fold(entries);
  const own = lessons.filter(({ dir }) => existsSync(ownPath(dir)));
  const begun = lessons.filter(({ folder }) => state.lessons[folder] !== undefined);
  for (const lesson of own) out.line(`  ${shown(lesson)} will be replaced by its start; a copy is kept`);
  if (begun.length > 0) out.line(`  ${begun.map(({ number }) => number).join(', ')} will begin at their first step`);
  if (!(await confirm(call, 'All topics and groups of the local cluster will be deleted; the progress log keeps every line.')))
    return unchanged(call);
  for (const lesson of own) {
    const kept = await resetOwnFile(lesson, home);
    out.json('reset', { lesson: lesson.folder, kept });
    out.line(`  ${shown(lesson)} is kept as ${fileLink(kept, call.paper)}`);
  }
  await Promise.all(begun.map(({ folder }) => progress.append({ kind: 'lesson.reset', lesson: folder, step: 1 })));
  await emptyCluster(call, signal);
  out.line(`  Everything is as it was. ${call.paper.glyphs.next} ${call.paper.pnpm} lesson`);
  await offerRecap(call, begunEver(lessons, entries), entries);
  return 0;
}

/** Who has lost the thread can go through what they had done before they begin again. */
async function offerRecap(call: Call, done: readonly LoadedLesson[], entries: readonly ProgressEntry[]): Promise<void> {
  const { out, mode, paper, flags } = call;
  if (done.length === 0) return;
  const what = `What you had done, on ${count(done.length, 'card')}, a minute each.`;
  const isAsked = mode !== 'plain' && mode !== 'json' && !flags.yes;
  out.line(`  ${what}${isAsked ? '' : ` ${paper.glyphs.next} ${paper.pnpm} recap`}`);
  if (!isAsked) return;
  if (await agrees(call, 'Shall we go through it now?')) await recap(call, done, entries);
  else out.line(`  ${paper.glyphs.next} ${paper.pnpm} recap, whenever you like`);
}

/** A cluster that was never made has nothing to delete, and should not be started for it. */
async function emptyCluster(call: Call, signal: AbortSignal): Promise<void> {
  if (process.env['PROVING_BOOTSTRAP']) {
    call.out.line("  The brokers are somebody else's: what the course made there is deleted at the end of each run.");
    return;
  }
  const { clusterStatus, resetCluster } = await import('@proving/cluster');
  const { folder } = await clusterStatus();
  if (!existsSync(folder)) return;
  using live = goLive(call);
  await using _cluster = await resetCluster({ tell: live.tell, signal });
}

async function unchanged({ out }: Call): Promise<number> {
  out.line('  Nothing was changed.');
  return 0;
}

const shown = ({ folder }: Pick<LoadedLesson, 'folder'>) => `lessons/${folder}/exercise/work/start.ts`;
const usage = (what: string) => new Plain('usage', what, { fix: 'pnpm reset --help', exit: 64 });
