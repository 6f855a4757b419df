// Proofs many times in a row: `node scripts/soak.ts 20 [01 03 07]`. Says after each round what was proved and how long it took,
// and stops at nothing: a refutation is counted, its words and its traces are kept.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const [times = '20', ...lessons] = process.argv.slice(2);
const counts = new Map<number, number>();
for (let round = 1; round <= Number(times); round++) {
  const began = performance.now();
  const child = spawn('pnpm', ['prove', ...lessons, '--plain'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  const [code] = (await once(child, 'close')) as [number];
  counts.set(code, (counts.get(code) ?? 0) + 1);
  process.stdout.write(`round ${round}  exit ${code}  ${((performance.now() - began) / 1000).toFixed(0)} s\n`);
  if (code !== 0) process.stdout.write(`${text}\n`);
}
const told = [...counts].map(([code, rounds]) => `${rounds} × exit ${code}`).join(', ');
process.stdout.write(`${times} rounds: ${told}\n`);
process.exitCode = counts.size === 1 && counts.has(0) ? 0 : 1;
