import { filesIn } from '../house/files.ts';
import type { Rule } from '../house/rule.ts';

export const merges: Rule = {
  name: 'merges',
  why: 'a merge that was left half done reads like content, in a ledger or a note above all',
  check: async (root) =>
    filesIn(root, (path) => /\.(?:[cm]?[jt]sx?|jsonl?|md|ya?ml|css|java)$/.test(path)).flatMap(({ path, lines }) =>
      lines.flatMap((line, i) =>
        /^(?:<{7}|>{7}|\|{7})(?: |$)/.test(line)
          ? [
              {
                path,
                line: i + 1,
                what: 'has the mark of a merge that was not finished',
                do: 'keep what belongs there, and take the mark out',
              },
            ]
          : [],
      ),
    ),
};
