import { join } from 'node:path';
import { type Exported, readExportFile } from '@proving/progress';
import { assessmentsOf, joinRoster, learnersOf, missed, stuck, tables } from '@proving/progress/cohort';
import { Plain } from '@proving/spec';
import { fileLink } from '../../link.ts';
import type { Call } from '../call.ts';
import { cohortLines } from '../cohort/show.ts';
import { allLessons } from '../course.ts';
import { textOf } from '../progress/read.ts';
import { write } from '../progress/write.ts';

/** For instructors: the files that learners handed on, as a class. Nothing is kept and nothing is sent. */
export async function run(call: Call): Promise<number> {
  const { out, args, flags, paper } = call;
  const [what, ...files] = args;
  if (what !== 'import' || files.length === 0)
    throw new Plain('usage', 'Name the files that learners handed on.', { fix: 'pnpm cohort import *.jsonl', exit: 64 });
  const read = await Promise.all(files.map(exportIn));
  const { lessons } = await allLessons(call);
  const learners = learnersOf(read);
  const wrong = missed(learners);
  const roster =
    flags.roster === null
      ? null
      : joinRoster(
          await textOf(flags.roster, command),
          flags.on ?? 'name',
          learners.map(({ name }) => name),
        );
  const waiting = stuck(learners, new Date());
  out.json('cohort', {
    learners: learners.map(({ name, state, edited, last }) => ({
      name,
      finished: state.lessonsFinished,
      claims: state.claimsProved,
      edited,
      last,
    })),
    assessments: assessmentsOf(learners).map(({ round: _, ...row }) => row),
    missed: wrong,
    stuck: waiting,
    withoutFile: roster?.withoutFile ?? [],
    withoutRow: roster?.withoutRow ?? [],
  });
  for (const line of cohortLines({ learners, lessons, wrong, stuck: waiting, roster }, paper)) out.line(line);
  if (flags.to !== null)
    for (const [name, text] of Object.entries(tables(learners, lessons, wrong, roster))) {
      const path = await write(join(flags.to, name), text);
      out.line(`  ${paper.glyphs.proved} ${fileLink(path, paper)}`);
    }
  return 0;
}

const command = 'pnpm cohort import FILES…';

async function exportIn(file: string): Promise<Exported> {
  const read = readExportFile(await textOf(file, command), file);
  if (read === null)
    throw new Plain('unreadable', `${file} is no progress file.`, {
      saw: 'no line of it is an entry',
      fix: 'pnpm progress export --as NAME, by the learner',
    });
  return read;
}
