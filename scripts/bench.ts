// `pnpm bench [figure…]`: the figures that the course promises, each beside its limit, measured in one run on this machine.
import { firstOffset, firstWords, progressShown } from './bench/answers.ts';
import { coldStart } from './bench/cold-start.ts';
import { containers } from './bench/containers.ts';
import { type Figure, printed } from './bench/figure.ts';
import { borrowedHome } from './bench/home.ts';
import { memory } from './bench/memory.ts';
import { proofs } from './bench/proofs.ts';
import { saveToVerdict } from './bench/verdict.ts';

const all = { coldStart, memory, firstOffset, firstWords, progressShown, saveToVerdict, proofs, containers };
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in all));
if (unknown.length > 0) throw new Error(`no figure is called ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}`);

await using home = await borrowedHome();
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(all)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const figure = await measure(home.env);
  if (figure === null) {
    process.stdout.write(`${name} is not judged here: no engine for containers answers\n`);
    continue;
  }
  figures.push(figure);
  process.stdout.write(`${printed(figure)}\n`);
}
const missed = figures.filter((figure) => figure.measured > figure.limit);
process.stdout.write(`${figures.length - missed.length} of ${figures.length} figures within their limit\n`);
process.exitCode = missed.length > 0 ? 1 : 0;
