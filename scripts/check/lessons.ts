import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkLesson, findLessons } from '@proving/catalog';
import type { Rule } from '../house/rule.ts';

/** What the catalog finds when it reads every lesson whole: manifest, quiz, theory, quoted regions, experiments. */
export const lessons: Rule = {
  name: 'lessons',
  why: 'a lesson whose parts do not fit each other teaches something that is not proved',
  async check(root) {
    if (!existsSync(join(root, 'lessons'))) return [];
    const found = await Promise.all((await findLessons(root)).map((folder) => checkLesson(folder, { cache: null })));
    return found.flat().map(({ lesson, file, line, field, says, fix }) => ({
      path: `lessons/${lesson}/${file}`,
      line,
      what: field === null ? says : `${field}: ${says}`,
      do: fix,
    }));
  },
};
