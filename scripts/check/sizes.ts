import { filesIn, isCode } from '../house/files.ts';
import type { Finding, Rule } from '../house/rule.ts';

const experiment = /^lessons\/[^/]+\/experiments\/\d\d-[^/]+\.ts$/;

/** An experiment fits on one page; no file is longer than a reader's patience. */
export const sizes: Rule = {
  name: 'sizes',
  why: 'a page is a page: what does not fit on one is two things',
  async check(root) {
    return filesIn(root, (path) => isCode(path) || /\.(css|yml)$/.test(path)).flatMap(({ path, lines }) => {
      // Region marks are for the theory, which quotes by them; a reader does not see them.
      const count = lines.filter((line) => !/^\s*\/\/ #(end)?region\b/.test(line)).length - (lines.at(-1) === '' ? 1 : 0);
      const found: Finding[] = [];
      if (count > 300)
        found.push({ path, line: 301, what: `has ${count} lines, of 300`, do: 'find the second noun in it and give it a file' });
      if (!experiment.test(path)) return found;
      if (count > 40)
        found.push({
          path,
          line: 41,
          what: `has ${count} lines, of 40`,
          do: 'an experiment fits on a page: name a step, or ask the kit for a verb',
        });
      const wide = lines.findIndex((line) => line.length > 96);
      if (wide !== -1)
        found.push({
          path,
          line: wide + 1,
          what: `is ${lines[wide]?.length} columns wide, of 96`,
          do: 'break the line; the terminal shows it beside a figure',
        });
      return found;
    });
  },
};
