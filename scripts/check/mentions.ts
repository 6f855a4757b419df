import { type Course, courseIn } from '../house/course.ts';
import { filesIn, type TextFile } from '../house/files.ts';
import { referencesIn } from '../house/references.ts';
import type { Finding, Rule } from '../house/rule.ts';
import { pages } from './sources.ts';

/** A claim in prose: its lesson's number, and right behind it the id, or several. */
const mentioned = /(?<!later:\slesson\s)(?<![\w.])\d\d\s`[a-z0-9]+(?:-[a-z0-9]+)+`(?:(?:,\s|\sand\s)`[a-z0-9]+(?:-[a-z0-9]+)+`)*/g;

/** What `sources` does for columns of answers, for the sentences of all other notes. The site's build finds it too, a minute later. */
export const mentions: Rule = {
  name: 'mentions',
  why: 'a note rests on the claims that it names; one that is not made carries nothing',
  async check(root) {
    const course = await courseIn(root);
    if (course.size === 0) return [];
    return filesIn(root, (path) => /^notes\/.*\.md$/.test(path) && !pages.includes(path)).flatMap((page) => found(page, course));
  },
};

function found({ path, text }: TextFile, course: Course): Finding[] {
  const prose = text.replaceAll(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, (fence) => fence.replaceAll(/[^\n]/g, ' '));
  return [...prose.matchAll(mentioned)].flatMap(({ 0: all, index }) =>
    referencesIn(all).flatMap((named): Finding[] => {
      if (named.kind !== 'claim' || named.lesson === null) return [];
      const lesson = course.get(named.lesson);
      if (lesson?.claims.includes(named.id)) return [];
      const line = prose.slice(0, index).split('\n').length;
      const what = `names the claim "${named.id}", which lesson ${named.lesson} does not make`;
      const advice = lesson ? `one of ${lesson.claims.join(', ')}` : `write "later: lesson ${named.lesson}" until it is here`;
      return [{ path, line, what, do: advice }];
    }),
  );
}
