import { parts } from '@proving/catalog';
import { fold, overview } from '@proving/progress';
import { dueAt, schedule } from '@proving/progress/review';
import { Plain } from '@proving/spec';
import { hasAssessment } from '../../assess/parts.ts';
import type { Call } from '../call.ts';
import { allLessons, progressOf } from '../course.ts';
import { nearest } from '../nearest.ts';
import { overviewLines } from '../progress/show.ts';

/** What was seen proved, and where to go on. */
export async function run(call: Call): Promise<number> {
  const { out, paper, flags, args } = call;
  if (args[0] !== undefined) return runNamed(call, args[0]);
  const progress = progressOf(call);
  if (flags.where) {
    out.line(progress.file);
    out.json('where', { file: progress.file });
    return 0;
  }
  const [{ entries, notices }, { lessons, broken }] = await Promise.all([progress.read(), allLessons(call)]);
  const due = dueAt(schedule(entries), entries, new Date()).items.length;
  const withEnd = parts.map((part) => ({ ...part, assessed: hasAssessment(call.root, part.number) }));
  const seen = overview(fold(entries), lessons, withEnd, due);
  out.json('progress', { file: progress.file, notices, broken, ...seen });
  for (const line of overviewLines(paper, seen)) out.line(line);
  for (const said of [...notices.map(({ says }) => says), ...broken]) out.line(`  ${said}`);
  return 0;
}

const named: Readonly<Record<string, () => Promise<(call: Call) => Promise<number>>>> = {
  labbook: async () => (await import('../progress/lab-book.ts')).labbook,
  certificate: async () => (await import('../progress/certificate.ts')).certificate,
  verify: async () => (await import('../progress/certificate.ts')).verify,
  export: async () => (await import('../progress/hand-on.ts')).exportLog,
  import: async () => (await import('../progress/hand-on.ts')).importLog,
};

async function runNamed(call: Call, name: string): Promise<number> {
  const found = Object.hasOwn(named, name) ? named[name] : undefined;
  if (found !== undefined) return (await found())(call);
  const near = nearest(name, Object.keys(named));
  throw new Plain('usage', `pnpm progress takes no "${name}".`, {
    ...(near !== null && { saw: `nearest: ${near}` }),
    fix: near === null ? 'pnpm progress --help' : `pnpm progress ${near}`,
    exit: 64,
  });
}
