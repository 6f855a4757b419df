import { parts } from '@proving/catalog';
import { fold, overview } from '@proving/progress';
import { Plain } from '@proving/spec';
import type { Call } from '../call.ts';
import { allLessons, progressOf } from '../course.ts';
import { overviewLines } from '../progress/show.ts';

/** What was seen proved, and where to go on. */
export async function run(call: Call): Promise<number> {
  const { out, paper, flags, args } = call;
  if (args[0] !== undefined)
    throw new Plain('usage', `pnpm progress takes no "${args[0]}".`, { fix: 'pnpm progress --help', exit: 64 });
  const progress = progressOf(call);
  if (flags.where) {
    out.line(progress.file);
    out.json('where', { file: progress.file });
    return 0;
  }
  const [{ entries, notices }, { lessons, broken }] = await Promise.all([progress.read(), allLessons(call)]);
  const seen = overview(fold(entries), lessons, parts);
  out.json('progress', { file: progress.file, notices, broken, ...seen });
  for (const line of overviewLines(paper, seen)) out.line(line);
  for (const said of [...notices.map(({ says }) => says), ...broken]) out.line(`  ${said}`);
  return 0;
}
