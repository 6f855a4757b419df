import { exportText, isPrivate, readExport } from '@proving/progress';
import { Plain } from '@proving/spec';
import { fileLink } from '../../link.ts';
import { count } from '../../page/headings.ts';
import { confirm } from '../ask.ts';
import type { Call } from '../call.ts';
import { courseVersion, progressOf } from '../course.ts';
import { readNamed } from './read.ts';
import { write } from './write.ts';

/** The log as one file under a name of the learner's choice. What goes into it is shown before it is written. */
export async function exportLog(call: Call): Promise<number> {
  const { out, flags, root, paper } = call;
  const name = flags.as;
  if (name === null)
    throw new Plain('usage', 'An export needs a name; any name you like.', {
      fix: `${paper.pnpm} progress export --as fox`,
      exit: 64,
    });
  const { entries, newer } = await progressOf(call).read();
  const file = flags.to ?? `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'progress'}.jsonl`;
  const kinds = Map.groupBy(entries, ({ kind }) => kind);
  const held = [...entries, ...newer].filter(isPrivate).length;
  out.line(`  ${file}, under the name ${name}`);
  for (const [kind, own] of [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)))
    out.line(`  ${words[kind].padEnd(42)}${String(own.length).padStart(6)}`);
  if (flags.notes && held > 0) out.line('  The words of your notes are in it, and why runs could not be judged.');
  else out.line('  No path, no host name, no text that you typed is in it.');
  if (!flags.notes && held > 0)
    out.line(`  The words of ${count(held, 'line')} stay here: notes, and why runs could not be judged. With them: --notes`);
  if (!(await confirm(call, `${file} will be written.`))) return 0;
  const at = new Date().toISOString();
  const text = exportText([...entries, ...newer], { name, at, course: courseVersion(root), words: flags.notes });
  const path = await write(file, text);
  out.json('exported', { file: path, name, lines: entries.length + newer.length, withheld: flags.notes ? 0 : held });
  out.line(`  ${paper.glyphs.proved} ${fileLink(path, paper)}`);
  return 0;
}

/** Adds what such a file has and the own log has not. Nothing is replaced. */
export async function importLog(call: Call): Promise<number> {
  const { out, paper } = call;
  const { file, text } = await readNamed(call);
  const read = readExport(text);
  if (read === null)
    throw new Plain('unreadable', `${file} is no progress log.`, {
      saw: `${text.split('\n').length} lines, none of them an entry`,
      fix: `${paper.pnpm} progress export --as NAME, where the log is`,
    });
  const received = await progressOf(call).receive([...read.entries, ...read.others]);
  out.json('imported', { file, received, known: read.entries.length + read.others.length - received, unreadable: read.unreadable });
  out.line(
    `  ${received} ${received === 1 ? 'entry' : 'entries'} added, ${read.entries.length + read.others.length - received} were here already.`,
  );
  if (read.unreadable.length > 0)
    out.line(`  ${read.unreadable.length} lines could not be read, the first is line ${read.unreadable[0]}.`);
  return 0;
}

const words = {
  'lesson.opened': 'lessons opened',
  'step.read': 'steps read',
  prediction: 'predictions, each with what was measured',
  experiment: 'runs of experiments, each with its verdict',
  answer: 'answers to questions',
  exercise: 'exercises judged',
  hint: 'hints taken',
  'lesson.finished': 'lessons finished',
  'lesson.reset': 'resets',
  assessment: 'looks at the incident of a part',
  note: 'notes of yours',
} as const;
