import { speaksUtf8 } from '../../glyphs.ts';
import { hanging, padEnd } from '../../text.ts';
import type { Call } from '../call.ts';
import type { Finding } from '../diagnose/finding.ts';
import { judgeMachine } from '../diagnose/judge.ts';
import { readMachine } from '../diagnose/machine.ts';
import { asTyped } from '../typed.ts';

/** Looks at everything a lesson depends on before one is started. Exit 0: nothing is missing; 3: something is. */
export async function run(call: Call): Promise<number> {
  const { isTTY, columns } = process.stdout;
  const colours = isTTY ? 2 ** process.stdout.getColorDepth() : 0;
  const machine = await readMachine(call.home, {
    isTerminal: isTTY,
    columns: columns ?? 80,
    colours,
    utf8: speaksUtf8(process.env),
  });
  const findings = judgeMachine(machine, call.home);
  for (const finding of findings) show(call, finding);
  const lacking = findings.filter(({ state }) => state === 'missing').length;
  return lacking === 0 ? 0 : 3;
}

function show({ out, paper }: Call, finding: Finding): void {
  out.json('finding', finding);
  const { about, state, found, needed, fix } = finding;
  const mark = { good: paper.glyphs.proved, note: ' ', missing: paper.theme.bad(paper.glyphs.dead) }[state];
  const first = `  ${padEnd(mark, 2)} ${padEnd(about, 12)} `;
  for (const line of hanging(first, found + (needed === null ? '' : `; needed: ${needed}`), paper.columns - 2)) out.line(line);
  if (fix !== null) out.line(`${' '.repeat(18)}Try: ${asTyped(fix, paper.pnpm)}`);
}
