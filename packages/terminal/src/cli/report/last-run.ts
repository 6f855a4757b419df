import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The trace that was written last under the learner's folder, as text; null when nothing has run yet. */
export async function lastTrace(home: string): Promise<{ readonly file: string; readonly lines: readonly string[] } | null> {
  const proofs = join(home, 'proofs');
  const names = await readdir(proofs, { recursive: true }).catch(() => []);
  const traces = names
    .filter((name) => name.endsWith('.jsonl') && !name.endsWith('ledger.jsonl'))
    .map((name) => join(proofs, name));
  const dated = await Promise.all(traces.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })));
  const newest = dated.sort((a, b) => b.at - a.at)[0];
  if (newest === undefined) return null;
  const lines = (await readFile(newest.file, 'utf8')).split('\n').filter((line) => line !== '');
  return { file: newest.file, lines };
}

/** A text of many lines, short enough to paste: its head and its end. */
export function shortened(lines: readonly string[], head: number, tail: number): readonly string[] {
  if (lines.length <= head + tail + 1) return lines;
  return [...lines.slice(0, head), `… ${lines.length - head - tail} lines left out …`, ...lines.slice(-tail)];
}
