import type { Call } from '../call.ts';
import { privateHere } from '../report/private.ts';
import { scrub } from '../report/scrub.ts';
import { gather } from '../report/sections.ts';
import { reportText, writeReport } from '../report/write.ts';

/** Writes one text file that can be pasted into an issue as it stands: what was private in it is taken out before it is written. */
export async function run(call: Call): Promise<number> {
  const { root, home, out, paper } = call;
  const at = new Date();
  const text = scrub(reportText(at, await gather(call)), privateHere(root, home));
  const file = await writeReport(home, at, text);
  out.json('report', { file });
  out.line(`  ${file}`);
  out.line(`  ${paper.glyphs.next} read it, then paste it: names, paths, settings and keys of yours are taken out`);
  return 0;
}
