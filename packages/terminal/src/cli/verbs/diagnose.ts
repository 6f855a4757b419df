import { hanging, padEnd } from '../../text.ts';
import type { Call } from '../call.ts';
import { examine } from '../diagnose/examine.ts';
import type { Finding } from '../diagnose/finding.ts';
import { asTyped } from '../typed.ts';

/** Looks at everything a lesson depends on before one is started. Exit 0: nothing is missing; 3: something is. */
export async function run(call: Call): Promise<number> {
  let lacking = 0;
  await examine(
    call,
    (found) => {
      lacking += found.filter(({ state }) => state === 'missing').length;
      for (const finding of found) show(call, finding);
    },
    true,
  );
  call.out.json('diagnosed', { missing: lacking });
  if (lacking > 0) call.out.line(`\n  ${lacking === 1 ? 'One thing is' : `${lacking} things are`} missing.`);
  return lacking === 0 ? 0 : 3;
}

function show({ out, paper }: Call, finding: Finding): void {
  out.json('finding', finding);
  const { about, state, found, needed, fix } = finding;
  const mark = { good: paper.theme.accent(paper.glyphs.proved), note: ' ', missing: paper.theme.bad(paper.glyphs.dead) }[state];
  const first = `  ${padEnd(mark, 2)} ${padEnd(about, 15)} `;
  for (const line of hanging(first, needed === null ? found : `${found.replace(/\.$/, '')}; needed: ${needed}`, paper.columns - 2))
    out.line(line);
  if (fix !== null)
    for (const line of hanging(`${' '.repeat(21)}Try: `, asTyped(fix, paper.pnpm), Math.max(60, paper.columns - 2))) out.line(line);
}
