import { codeLines, filesIn, isCode } from '../house/files.ts';
import type { Rule } from '../house/rule.ts';

/** Time that is waited out. A timer that acts or gives up is a deadline, and deadlines are welcome. */
const promised = /['"](?:node:)?timers\/promises['"]|\bAtomics\.wait\b/;
const made = /\bnew Promise\b[^;]*\bsetTimeout\s*\(\s*(?:\w+\s*,|\(\)\s*=>\s*(?:resolve|done|r)\b)/;

/** The two files whose business is the pause between two questions. */
const waits = ['packages/lab/src/wait.ts', 'packages/cluster/src/wait.ts'];

export const sleeps: Rule = {
  name: 'sleeps',
  why: 'a fixed sleep is too long on one machine and too short on the next, and proves nothing on either',
  async check(root) {
    return filesIn(root, (path) => isCode(path) && !waits.includes(path)).flatMap((file) =>
      codeLines(file).flatMap((line, i, lines) =>
        promised.test(line) || (line.includes('setTimeout') && made.test(`${lines[i - 1] ?? ''} ${line}`))
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
