import { codeLines, filesIn, isCode } from '../house/files.ts';
import type { Rule } from '../house/rule.ts';

const timer = /\bset(?:Timeout|Interval)\b|['"](?:node:)?timers(?:\/promises)?['"]|\bAtomics\.wait\b/;

/** The two files whose business is the pause between two questions. */
const waits = ['packages/lab/src/wait.ts', 'packages/cluster/src/wait.ts'];

export const sleeps: Rule = {
  name: 'sleeps',
  why: 'a fixed sleep is too long on one machine and too short on the next, and proves nothing on either',
  async check(root) {
    return filesIn(root, (path) => isCode(path) && !waits.includes(path)).flatMap((file) =>
      codeLines(file).flatMap((line, i) =>
        timer.test(line) && !/\bsetTimeout: /.test(line)
          ? [
              {
                path: file.path,
                line: i + 1,
                what: 'waits for time',
                do: 'wait for a state: orders.isReplicated(), lab.eventually(…), waitFor(…)',
              },
            ]
          : [],
      ),
    );
  },
};
