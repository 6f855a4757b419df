import { readFile } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import { type Fence, mapFences } from './fences.ts';
import type { Report } from './finding.ts';
import { matrixLines } from './matrix.ts';
import type { Step } from './theory.ts';

/**
 * Fills every `file=` fence of the steps from the lesson's own files and every `matrix` fence from the table of schema changes, and
 * reports the fences that may not stand as they are.
 */
export async function fillFences(steps: readonly Step[], dir: string, report: Report): Promise<readonly Step[]> {
  const files = new Map<string, string | null>();
  const matrices = new Map<string | null, readonly string[] | null>();
  for (const { file, language, format } of fencesOf(steps)) {
    if (language === 'matrix') matrices.set(format, await matrixLines(dir, format));
    else if (file !== null && !files.has(file)) files.set(file, isInside(file) ? await textOf(join(dir, file)) : null);
  }
  return steps.map((step) => ({
    ...step,
    blocks: step.blocks.map((block) =>
      block.kind === 'prose'
        ? { ...block, markdown: mapFences(block.markdown, block.line, (f, held) => fill(f, held, { files, matrices }, report)) }
        : block,
    ),
  }));
}

function fencesOf(steps: readonly Step[]): readonly Fence[] {
  const fences: Fence[] = [];
  for (const block of steps.flatMap((step) => step.blocks)) {
    if (block.kind !== 'prose') continue;
    mapFences(block.markdown, block.line, (fence, held) => {
      fences.push(fence);
      return held;
    });
  }
  return fences;
}

interface Known {
  readonly files: ReadonlyMap<string, string | null>;
  /** By format. */
  readonly matrices: ReadonlyMap<string | null, readonly string[] | null>;
}

function fill(fence: Fence, held: readonly string[], { files, matrices }: Known, report: Report): readonly string[] {
  if (fence.language === 'matrix') {
    const rows = matrices.get(fence.format);
    if (rows) return [held[0] as string, ...rows, held.at(-1) as string];
    const what = `notes/compatibility.jsonl has no changes of the format ${fence.format ?? 'that is not named'}`;
    report('fence-matrix', fence.line, what, 'write matrix format=AVRO or matrix format=JSON');
    return held;
  }
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
