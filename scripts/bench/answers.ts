import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as pty from '@lydell/node-pty';
import { openCluster } from '@proving/cluster';
import { type Figure, median } from './figure.ts';

const runs = 5;

/** From `pnpm lesson 07 --plain` to the first record's offset on the screen, the cluster being warm. */
export async function firstOffset(env: NodeJS.ProcessEnv): Promise<Figure> {
  const seconds: number[] = [];
  for (let i = 0; i < runs; i++) {
    // A warm cluster is a whole one: what the interrupted run before has broken is mended first.
    await using cluster = await openCluster();
    await cluster.heal('60s');
    seconds.push(await untilShown(['lesson', '07', '--plain'], /\bok ×\d/, env));
  }
  return {
    name: 'lesson 07 --plain to the first offset, warm',
    measured: median(seconds),
    limit: 1.5,
    unit: 's',
    how: `median of ${runs}`,
  };
}

/** From the command to the end of `pnpm progress --plain`. */
export async function progressShown(env: NodeJS.ProcessEnv): Promise<Figure> {
  const seconds: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await once(spawn('pnpm', ['progress', '--plain'], { env, stdio: 'ignore' }), 'exit');
    seconds.push((performance.now() - began) / 1000);
  }
  return { name: 'progress --plain', measured: median(seconds), limit: 0.4, unit: 's', how: `median of ${runs}` };
}

/** From the command to the first words in a terminal, Ink's view coming behind them. */
export async function firstWords(env: NodeJS.ProcessEnv): Promise<Figure> {
  const { CI: _, ...rest } = env;
  const seconds: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    const terminal = pty.spawn('pnpm', ['lesson', '07'], { cols: 80, rows: 30, env: rest as Record<string, string> });
    await new Promise<void>((shown) => terminal.onData((text) => /acknowledged/.test(text) && shown()));
    seconds.push((performance.now() - began) / 1000);
    terminal.kill('SIGTERM');
    await new Promise<void>((gone) => terminal.onExit(() => gone()));
  }
  return {
    name: 'lesson 07 in a terminal to the first words',
    measured: median(seconds),
    limit: 0.25,
    unit: 's',
    how: `median of ${runs}`,
  };
}

async function untilShown(args: readonly string[], what: RegExp, env: NodeJS.ProcessEnv): Promise<number> {
  const began = performance.now();
  const child = spawn('pnpm', args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  try {
    for await (const chunk of child.stdout) {
      text += String(chunk);
      if (what.test(text)) return (performance.now() - began) / 1000;
    }
    throw new Error(`${args.join(' ')} ended without showing ${what}:\n${text.slice(-500)}`);
  } finally {
    child.kill('SIGINT');
    if (child.exitCode === null) await once(child, 'exit');
  }
}
