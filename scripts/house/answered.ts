import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { type Course, lastLesson } from './course.ts';
import type { TextFile } from './files.ts';
import { type Reference, referencesIn } from './references.ts';
import { rowsIn } from './rows.ts';
import type { Finding } from './rule.ts';

/** Every row has an answer, and all that it names is there. */
export function answered(root: string, page: TextFile, course: Course): Finding[] {
  return rowsIn(page).flatMap((row) => {
    const at = (what: string, advice: string): Finding => ({
      path: page.path,
      line: row.line,
      what: `${row.id} ${what}`,
      do: advice,
    });
    const named = referencesIn(row.answer);
    if (named.length === 0 && !/\bnot planned: \S/.test(row.answer))
      return [
        at(
          row.answer === '' ? 'has no answer' : 'names nothing that a reader could open',
          'name a claim (07 `its-id`), a step (07.3), a question (07.q2), a page, "later: lesson NN", or say "not planned: why"',
        ),
      ];
    return named.flatMap((each) => wrong(root, page, course, each).map(([what, advice]) => at(what, advice)));
  });
}

function wrong(root: string, page: TextFile, course: Course, named: Reference): [what: string, advice: string][] {
  if (named.kind === 'page') {
    if (/^[a-z][a-z0-9+.-]*:/i.test(named.to)) return [];
    const target = normalize(join(page.path, '..', named.to.split('#')[0] as string));
    return existsSync(join(root, target)) ? [] : [[`names the page ${target}, which is not there`, 'name a page that is']];
  }
  if (named.kind === 'lesson' || named.kind === 'later') {
    const number = Number(named.lesson);
    if (number < 1 || number > lastLesson)
      return [[`names lesson ${named.lesson}`, `lessons are 01 to ${lastLesson}; write other numbers as words`]];
    return named.kind === 'later' || course.has(named.lesson)
      ? []
      : [[`names lesson ${named.lesson}, which is not here`, `write "later: lesson ${named.lesson}" until it is`]];
  }
  if (named.lesson === null) return [[`names ${named.id} of no lesson`, 'put the number of its lesson before it']];
  const lesson = course.get(named.lesson);
  if (!lesson) return []; // it has been said of the lesson, or it comes later
  switch (named.kind) {
    case 'claim':
      return lesson.claims.includes(named.id)
        ? []
        : [[`names the claim "${named.id}", which lesson ${named.lesson} does not make`, `one of ${lesson.claims.join(', ')}`]];
    case 'question':
      return lesson.questions.includes(named.id)
        ? []
        : [[`names ${named.lesson}.${named.id}, which is not asked`, `one of ${lesson.questions.join(', ')}`]];
    case 'step':
      return Number(named.id) >= 1 && Number(named.id) <= lesson.steps
        ? []
        : [[`names ${named.lesson}.${named.id}, which is no step`, `lesson ${named.lesson} has ${lesson.steps} steps`]];
  }
}
