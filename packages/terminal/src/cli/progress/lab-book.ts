import { join } from 'node:path';
import { labBook } from '@proving/progress';
import type { Call } from '../call.ts';
import { allLessons, progressOf } from '../course.ts';
import { write } from './write.ts';

/** The lab book: into a file of the learner's own folder, or, where text goes through a pipe, onto standard output. */
export async function labbook(call: Call): Promise<number> {
  const { out, flags, home, mode, paper } = call;
  const [{ entries }, { lessons }] = await Promise.all([progressOf(call).read(), allLessons(call)]);
  const text = labBook(entries, lessons);
  if (flags.to === null && mode === 'plain') {
    out.raw(text);
    return 0;
  }
  const file = await write(flags.to ?? join(home, 'lab-book.md'), text);
  const [runs, notes] = (['experiment', 'note'] as const).map((kind) => entries.filter((entry) => entry.kind === kind).length);
  out.json('labbook', { file, runs, notes });
  out.line(`  ${file}`);
  out.line(
    `  ${runs} ${runs === 1 ? 'run' : 'runs'}, ${notes} ${notes === 1 ? 'note' : 'notes'}. A line of your own: ${paper.pnpm} note "…"`,
  );
  return 0;
}
