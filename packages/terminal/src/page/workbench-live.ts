import { seconds } from '@proving/replay';
import { toAscii } from '../glyphs.ts';
import { margin, type Paper } from '../paper.ts';
import { cut, indented } from '../text.ts';
import { type Bench, benchKeys } from '../workbench/bench.ts';
import { footerLines } from './live.ts';

/** Below what was said about an exercise: what goes on, and the keys that work. */
export function benchLines(bench: Bench, rows: number, paper: Paper): readonly string[] {
  if (bench.now === 'left') return [];
  const footer = footerLines(benchKeys(bench), `${bench.lesson.number} exercise`, paper);
  const lines = ['', cut(stateLine(bench), paper.columns - 4), '', ...footer];
  return indented(lines, margin)
    .slice(-rows)
    .map((line) => (paper.glyphs.record === '#' ? toAscii(line) : line));
}

function stateLine(bench: Bench): string {
  switch (bench.now) {
    case 'left':
      return '';
    case 'asked reset':
      return 'Put start.ts back as it was? Your version is kept.';
    case 'asked hint':
      return 'The last hint is the solution itself.';
    case 'asked solution':
      return 'The whole solution, before yours passes?';
    case 'judging':
      return judging(bench);
    case 'idle':
      return idle(bench);
  }
}

function idle({ passed, result }: Bench): string {
  if (!passed) return 'Save the file, and it is judged.';
  return result?.outcome === 'passed'
    ? 'Passed. It is judged again whenever you save.'
    : 'An earlier version passed. Save the file, and it is judged.';
}

function judging({ watch }: Bench): string {
  if (watch.waiting !== null) return `waiting for ${watch.waiting}`;
  if (watch.doing) return watch.doing.doing;
  if (!watch.arm) return 'judging …';
  const last = watch.arm.timeline.items.at(-1);
  return `judging …  ${seconds(watch.arm.t)}  ${last?.sentence ?? ''}`.trimEnd();
}
