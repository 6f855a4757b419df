import type { Paper } from '../paper.ts';
import { widthOf } from '../text.ts';

/** A fence, set in from the text. Drawings and code keep their lines; one that is too long goes on below, set in further. */
export function codeLines(code: string, language: string, paper: Paper, width: number): readonly string[] {
  const lines = code.split('\n');
  const longest = Math.max(0, ...lines.map(widthOf));
  // A line that would not fit set in gets the whole width before it is broken.
  const by = longest + indent.length > width ? '' : indent;
  const paint = painters[language] ?? ((line: string) => line);
  return lines.flatMap((line) => broken(line, width - by.length).map((part) => (part === '' ? '' : by + paint(part, paper))));
}

const indent = '   ';

function broken(line: string, width: number): readonly string[] {
  if (widthOf(line) <= width) return [line.trimEnd()];
  const hang = ' '.repeat(Math.min(8, (/^ */.exec(line)?.[0].length ?? 0) + 4));
  let at = line.lastIndexOf(' ', width);
  if (at <= hang.length) at = width;
  return [line.slice(0, at), ...broken(hang + line.slice(at).trimStart(), width)];
}

type Paint = (line: string, paper: Paper) => string;
const words =
  /\b(?:import|from|export|default|const|let|await|async|using|return|new|for|of|in|if|else|function|type|interface|throw|try|catch)\b/;
const script: Paint = (line, { theme }) =>
  line.replaceAll(
    new RegExp(`(//.*$)|('(?:[^'\\\\]|\\\\.)*'|"(?:[^"\\\\]|\\\\.)*"|\`[^\`]*\`)|(${words.source})`, 'g'),
    (all, comment, string) => (comment ? theme.slant(all) : string ? all : theme.strong(all)),
  );
const shell: Paint = (line, { theme }) => (/^\s*#/.test(line) ? theme.slant(line) : line.replace(/^(\s*\$\s)/, theme.accent('$1')));

const painters: Readonly<Record<string, Paint>> = { ts: script, js: script, tsx: script, sh: shell, console: shell };
