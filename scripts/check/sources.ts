import { agreed } from '../house/agreed.ts';
import { answered } from '../house/answered.ts';
import { counted } from '../house/counted.ts';
import { type Course, courseIn } from '../house/course.ts';
import { filesIn, type TextFile } from '../house/files.ts';
import { referencesIn } from '../house/references.ts';
import { rowsIn } from '../house/rows.ts';
import type { Finding, Rule } from '../house/rule.ts';

const beliefs = 'notes/stale-beliefs.md';
/** The pages whose last column says where a row is answered. */
export const pages = ['notes/sources.md', beliefs, 'notes/positions.md', 'notes/which-client.md'];

/** The pages that say where something is answered: no row is forgotten, and each leads to what is there. */
export const sources: Rule = {
  name: 'sources',
  why: 'somebody was promised it and looks here; a row that leads nowhere breaks the promise a second time',
  async check(root) {
    const course = await courseIn(root);
    if (course.size === 0) return [];
    const found = filesIn(root, (path) => pages.includes(path));
    const missing = pages.filter((path) => !found.some((page) => page.path === path));
    return [
      ...missing.map((path) => ({
        path,
        line: null,
        what: 'is not there',
        do: 'a page that readers were promised is not deleted',
      })),
      ...found.flatMap((page) => [...counted(page), ...answered(root, page, course), ...overtaken(page, course)]),
      ...found.filter(({ path }) => path === beliefs).flatMap((page) => agreed(page, course)),
    ];
  },
};

/** One finding for a lesson and a page: whoever brings the lesson home mends all rows at once. */
function overtaken(page: TextFile, course: Course): Finding[] {
  return [...course.keys()].flatMap((lesson) => {
    const late = rowsIn(page).filter(({ answer }) =>
      referencesIn(answer).some((named) => named.kind === 'later' && named.lesson === lesson),
    );
    const first = late[0];
    if (!first) return [];
    return [
      {
        path: page.path,
        line: first.line,
        what: `says "later: lesson ${lesson}" in ${late.length === 1 ? 'a row' : `${late.length} rows`}, and lesson ${lesson} is here`,
        do: `put "${lesson}" for "later: lesson ${lesson}" on the page, and see that the claims named there answer each row`,
      },
    ];
  });
}
