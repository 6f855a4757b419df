import { readFile } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import { type Fence, mapFences } from './fences.ts';
import type { Report } from './finding.ts';
import type { Step } from './theory.ts';

/** Fills every `file=` fence of the steps from the lesson's own files, and reports the fences that may not stand as they are. */
export async function fillFences(steps: readonly Step[], dir: string, report: Report): Promise<readonly Step[]> {
  const files = new Map<string, string | null>();
  for (const name of includedFiles(steps)) files.set(name, isInside(name) ? await textOf(join(dir, name)) : null);
  return steps.map((step) => ({
    ...step,
    blocks: step.blocks.map((block) =>
      block.kind === 'prose'
        ? { ...block, markdown: mapFences(block.markdown, block.line, (f, held) => fill(f, held, files, report)) }
        : block,
    ),
  }));
}

function includedFiles(steps: readonly Step[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const block of steps.flatMap((step) => step.blocks)) {
    if (block.kind !== 'prose') continue;
    mapFences(block.markdown, block.line, (fence, held) => {
      if (fence.file !== null) names.add(fence.file);
      return held;
    });
  }
  return names;
}

function fill(fence: Fence, held: readonly string[], files: ReadonlyMap<string, string | null>, report: Report): readonly string[] {
  if (fence.file === null) {
    checkWritten(fence, report);
    return held;
  }
  if (fence.body.some((line) => line.trim() !== ''))
    report('fence-filled', fence.line, `retypes ${fence.file}`, 'leave the fence empty; it is filled from the file');
  const text = files.get(fence.file) ?? null;
  if (text === null) {
    report(
      'fence-file',
      fence.line,
      `${fence.file} is not a file of this lesson`,
      "name it from the lesson's folder: experiments/01-….ts",
    );
    return held;
  }
  const lines = regionOf(text, fence.region);
  if (lines === null) {
    report(
      'fence-region',
      fence.line,
      `${fence.file} has no region "${fence.region}"`,
      `mark it with // #region ${fence.region} and // #endregion`,
    );
    return held;
  }
  const first = held[0] as string;
  const margin = /^\s*/.exec(first)?.[0] ?? '';
  const marks = /^\s*([`~]+)/.exec(first)?.[1] ?? '```';
  const longest = Math.max(...lines.map((line) => /^\s*([`~]{3,})/.exec(line)?.[1]?.length ?? 0), marks.length - 1);
  const fenced = (marks[0] as string).repeat(longest + 1);
  return [
    margin + fenced + first.trim().slice(marks.length),
    ...lines.map((line) => (line === '' ? '' : margin + line)),
    margin + fenced,
  ];
}

function checkWritten(fence: Fence, report: Report): void {
  if (fence.language === 'text' || fence.language === 'console') return;
  const shows = fence.body.some((line) => /(\/\/|#) =>/.test(line));
  if ((fence.language === 'ts' || fence.language === 'sh') && shows) return;
  const fix = 'quote the file (ts file=experiments/… region=…), show the result behind // =>, or call it text or console';
  report('fence-retyped', fence.line, `a "${fence.language}" fence that neither quotes a file nor shows a result`, fix);
}

/** The lines of a region, or of the whole file, without region marks and without the common margin; null when there is none. */
export function regionOf(text: string, region: string | null): readonly string[] | null {
  const lines = text.split(/\r?\n/);
  if (region === null) return trimmed(lines);
  const from = lines.findIndex((line) => /^\s*\/\/ #region\s+(\S+)/.exec(line)?.[1] === region);
  if (from === -1) return null;
  let depth = 0;
  const length = lines.slice(from).findIndex((line) => {
    if (/^\s*\/\/ #region\b/.test(line)) depth++;
    if (/^\s*\/\/ #endregion\b/.test(line)) depth--;
    return depth === 0;
  });
  return length === -1 ? null : trimmed(lines.slice(from + 1, from + length));
}

function trimmed(lines: readonly string[]): readonly string[] {
  const code = lines.filter((line) => !/^\s*\/\/ #(end)?region\b/.test(line)).map((line) => line.trimEnd());
  const margin = Math.min(...code.filter((line) => line !== '').map((line) => /^\s*/.exec(line)?.[0].length ?? 0));
  const from = code.findIndex((line) => line !== '');
  const to = code.findLastIndex((line) => line !== '');
  return from === -1 ? [] : code.slice(from, to + 1).map((line) => line.slice(margin));
}

const isInside = (name: string) => !isAbsolute(name) && !normalize(name).startsWith('..');

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
