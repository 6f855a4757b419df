import type { StoredSegment } from '@proving/spec';
import type { LogFile } from './log-folder.ts';
import { offsetsIn } from './offsets-in.ts';
import { decodeBatches } from './record-batch.ts';

const mostRuns = 40;

/** What each segment file holds. A closed segment ends where the next begins, the active one after its last offset. */
export function segmentsOf(files: readonly LogFile[]): readonly StoredSegment[] {
  return files.map(({ base, bytes }, i) => {
    const batches = decodeBatches(bytes);
    const next = files[i + 1]?.base;
    const newest = Math.max(-1, ...batches.map((batch) => batch.maxTimestamp));
    return {
      base,
      end: next ?? (batches.at(-1)?.lastOffset ?? base - 1) + 1,
      bytes: bytes.length,
      records: batches.reduce((sum, batch) => sum + batch.records, 0),
      active: next === undefined,
      newest: newest < 0 ? null : newest,
      offsets: runsOf(batches.map((batch) => offsetsIn(bytes, batch))),
    };
  });
}

function runsOf(all: readonly (readonly number[] | null)[]): [number, number][] | null {
  const runs: [number, number][] = [];
  for (const offsets of all) {
    if (offsets === null) return null;
    for (const offset of offsets) {
      const last = runs.at(-1);
      if (last && last[1] + 1 === offset) last[1] = offset;
      else runs.push([offset, offset]);
    }
    if (runs.length > mostRuns) return null;
  }
  return runs;
}
