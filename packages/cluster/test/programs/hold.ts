// Without a counter: takes the turnstile and stays. With one: adds one to it, that many times, each time alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { pass } from '../../src/turnstile.ts';

const [folder, counter, rounds] = process.argv.slice(2) as [string, string?, string?];
if (counter === undefined) {
  await pass(folder, 'exclusive', 'hold');
  process.stdout.write('held\n');
  process.stdin.resume();
  await new Promise(() => setInterval(() => {}, 1_000));
} else {
  for (let round = 0; round < Number(rounds); round++) {
    using _ = await pass(folder, 'exclusive', 'count');
    writeFileSync(counter, String(Number(readFileSync(counter, 'utf8')) + 1));
  }
}
