import { codeLines, filesIn, isCode } from '../house/files.ts';
import type { Rule } from '../house/rule.ts';

const renderer = /^packages\/terminal\/src\/(print|render)[^/]*(\/|\.tsx?$)|^scripts\/|^examples\/|^site\/|\/test\/|\/bin\//;

export const prints: Rule = {
  name: 'prints',
  why: 'code tells what happens through events; only a renderer knows whether it is a terminal, a file or a page',
  async check(root) {
    return filesIn(root, (path) => isCode(path) && !renderer.test(path)).flatMap((file) =>
      codeLines(file).flatMap((line, i) =>
        /\bconsole\s*\.\s*\w+\s*\(/.test(line)
          ? [
              {
                path: file.path,
                line: i + 1,
                what: 'prints',
                do: 'return it, or emit an event; printing is the business of packages/terminal/src/print*',
              },
            ]
          : [],
      ),
    );
  },
};
