import type { LoadedLesson } from '@proving/catalog';
import { hanging, padEnd, padStart } from '../../text.ts';
import type { Call } from '../call.ts';
import { table } from '../table.ts';
import { asTyped } from '../typed.ts';
import { armLines, measuredMs, type Proved, reasonOf, seconds, verdictInWords } from './verdict.ts';

/** One run of one experiment: its claim and verdict on a line; the reason and every arm where they do not speak for themselves. */
export function showResult({ out, paper, flags }: Call, lesson: LoadedLesson, result: Proved): void {
  const proved = result.verdict.kind === 'proved';
  // What could not be judged is neither proved nor wrong, and has no mark.
  const wrong = result.verdict.kind === 'refuted' ? paper.theme.bad(paper.glyphs.dead) : ' ';
  const mark = proved ? paper.glyphs.proved : wrong;
  const claim = paper.theme.strong(result.claim);
  out.line(
    `  ${padEnd(mark, 2)} ${padEnd(verdictInWords(result.verdict), 18)} ${padStart(seconds(measuredMs(result)), 7)}  ${claim}`,
  );
  const reason = reasonOf(result.verdict);
  if (reason !== null) for (const line of hanging(' '.repeat(5), reason, paper.columns)) out.line(line);
  if (result.verdict.kind === 'could-not-run' && result.verdict.fix !== null)
    for (const line of hanging(`${' '.repeat(5)}Try: `, asTyped(result.verdict.fix, paper.pnpm), paper.columns)) out.line(line);
  if (proved && !flags.arms) return;
  for (const text of hanging(' '.repeat(5), lesson.manifest.claims[result.claim] ?? '', paper.width)) out.line(text);
  for (const arm of armLines(lesson, result)) {
    out.line(`     ${arm.heading}`);
    if (arm.because !== null && !reason?.includes(arm.because))
      for (const line of hanging(' '.repeat(7), arm.because, paper.columns)) out.line(line);
    const rows = arm.fields.map(({ field, expected, measured, agrees }) => [
      agrees ? ' ' : paper.glyphs.dead,
      field,
      expected,
      measured,
    ]);
    if (rows.length === 0) continue;
    const cells = table([[' ', '', 'expected', 'measured'], ...rows]);
    for (const [i, line] of cells.entries()) out.line(`       ${i > 0 && rows[i - 1]?.[0] !== ' ' ? paper.theme.bad(line) : line}`);
  }
  if (proved) out.line("     each arm's expectation rejects what every other arm measured");
  out.line();
}
