// Kills a walking learner many times: `node scripts/soak-kills.ts 200 [seed]`. What a test does for three quarters of a minute, this
// does until it is through.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const [kills = '200', seed = String(Math.floor(Math.random() * 1e6))] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
process.stdout.write(`${kills} kills, seed ${seed}\n`);
const file = 'packages/terminal/test/screens/killed.test.ts';
const child = spawn(`${root}/node_modules/.bin/vitest`, ['run', '--project', 'pure', file], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, KILLS: kills, SEED: seed },
});
const [code] = (await once(child, 'close')) as [number | null];
process.exitCode = code ?? 1;
