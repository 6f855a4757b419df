import { certificateOf, certificatePage, checkCertificate, exportText } from '@proving/progress';
import { exitCodes, Plain } from '@proving/spec';
import { fileLink } from '../../link.ts';
import type { Call } from '../call.ts';
import { allLessons, courseVersion, progressOf } from '../course.ts';
import { readNamed } from './read.ts';
import { write } from './write.ts';

/** A page with every claim that this log saw proved, and the log in it; the words of notes are left out of that. */
export async function certificate(call: Call): Promise<number> {
  const { out, flags, root, paper } = call;
  const name = flags.as;
  if (name === null)
    throw new Plain('usage', 'A certificate needs a name.', {
      fix: `${paper.pnpm} progress certificate --as "A. Learner"`,
      exit: 64,
    });
  const [{ entries, newer }, { lessons }] = await Promise.all([progressOf(call).read(), allLessons(call)]);
  const course = courseVersion(root);
  const at = new Date().toISOString();
  const data = certificateOf(entries, newer, lessons, { name, issued: at, course });
  const claims = data.lessons.reduce((sum, lesson) => sum + lesson.claims.length, 0);
  if (claims === 0)
    throw new Plain('nothing-proved', 'Your log has not seen a claim proved yet.', { fix: `${paper.pnpm} lesson`, exit: 1 });
  const log = exportText([...entries, ...newer], { name, at, course, words: false });
  const file = await write(flags.to ?? 'certificate.html', certificatePage(data, log));
  out.json('certificate', { file, claims, lessons: data.lessons.length });
  out.line(`  ${fileLink(file, paper)}`);
  out.line(
    `  ${claims} ${claims === 1 ? 'claim' : 'claims'}, ${data.lessons.length} ${data.lessons.length === 1 ? 'lesson' : 'lessons'}.`,
  );
  out.line(`  ${paper.glyphs.next} ${paper.pnpm} progress verify ${flags.to ?? 'certificate.html'}`);
  return 0;
}

/** Computes a certificate again from the log in it. Exit 1 when something does not agree. */
export async function verify(call: Call): Promise<number> {
  const { out, paper } = call;
  const { file, text } = await readNamed(call);
  const check = checkCertificate(text);
  if (check === null)
    throw new Plain('unreadable', `${file} is no certificate of this course.`, {
      saw: 'its data or its log are missing or broken',
      fix: 'ask for the file again, as it was made',
    });
  const { certificate: said, lines, withheld, faults } = check;
  const claims = said.lessons.reduce((sum, lesson) => sum + lesson.claims.length, 0);
  out.json('verified', { file, name: said.name, issued: said.issued, course: said.course, claims, lines, withheld, faults });
  out.line(`  ${said.name}, ${said.issued.slice(0, 10)}, course ${said.course}: ${claims} claims from ${lines} lines of log`);
  if (withheld > 0) out.line(`  the words of ${withheld} of these were kept back: notes, and why runs could not be judged`);
  for (const fault of faults) out.line(`  ${paper.glyphs.dead} ${fault}`);
  if (faults.length > 0) return exitCodes.notYet;
  out.line(`  ${paper.glyphs.proved} The list follows from the log, and no line of the log was changed since it was written.`);
  return 0;
}
