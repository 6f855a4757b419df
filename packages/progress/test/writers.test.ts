import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openProgress, verifyChain } from '../src/index.ts';
import { emptyHome } from './seed.ts';

const program = fileURLToPath(new URL('programs/writer.ts', import.meta.url));

interface Writer {
  readonly child: ChildProcess;
  /** What its appends resolved for, also when it was killed. */
  told(): Promise<readonly string[]>;
}

function write(home: string, name: string, count: number, together = 1): Writer {
  const file = join(home, `told-${name}`);
  const child = spawn(process.execPath, [program, home, file, name, String(count), String(together)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: join(home, 'code') },
  });
  const told = async () =>
    (await readFile(file, 'utf8').catch(() => ''))
      .split('\n')
      .slice(0, -1)
      .map((n) => `${name}/${n}`);
  return { child, told };
}

async function keptIn(home: string) {
  const { entries, notices } = await openProgress({ home, course: '0.1.0' }).read();
  return { entries, notices, texts: entries.map((entry) => (entry.kind === 'note' ? entry.text : entry.kind)) };
}

describe('writers', () => {
  test('two at once write 10,000 facts; none is lost, none is torn, one chain', async () => {
    await using at = await emptyHome();
    const writers = [write(at.home, 'a', 5_000, 25), write(at.home, 'b', 4_700, 25), write(at.home, 'c', 300, 1)];
    const codes = await Promise.all(writers.map(async ({ child }) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual([0, 0, 0]);
    const { entries, notices, texts } = await keptIn(at.home);
    expect(notices).toEqual([]);
    for (const [name, count] of [
      ['a', 5_000],
      ['b', 4_700],
      ['c', 300],
    ] as const)
      expect(texts.filter((text) => text.startsWith(name))).toEqual(Array.from({ length: count }, (_, n) => `${name}/${n}`));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(10_000);
    expect(entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id).sort());
    expect(verifyChain(entries)).toEqual([]);
  }, 180_000);

  test('kill -9 at 200 random moments loses nothing that had been promised, and stops nobody', async () => {
    await using at = await emptyHome();
    // Keeps the stripped code, which a killed process does not; without it most of the time would go into starting.
    await once(write(at.home, 'warm', 1).child, 'exit');
    const seed = Date.now() % 100_000;
    const random = randoms(seed);
    const writers: Writer[] = [];
    const lane = async (name: string, kills: number) => {
      for (let n = 0; n < kills; n++) {
        const writer = write(at.home, `${name}${n}`, 1_000_000, 1 + Math.floor(random() * 4));
        writers.push(writer);
        const gone = once(writer.child, 'exit');
        const promised = async () => (await writer.told()).length > 0;
        const early = random() < 0.1;
        while (!early && writer.child.exitCode === null && !(await promised())) await pause(5);
        await pause(random() * (early ? 500 : 20));
        writer.child.kill('SIGKILL');
        expect(await gone).toEqual([null, 'SIGKILL']);
      }
    };
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => lane(name, 50)));

    const { entries, notices, texts } = await keptIn(at.home);
    const told = (await Promise.all(writers.map((writer) => writer.told()))).flat();
    const kept = new Set(texts);
    expect({ seed, lost: told.filter((each) => !kept.has(each)) }).toEqual({ seed, lost: [] });
    expect(told.length).toBeGreaterThan(150);
    expect(kept.size).toBe(texts.length);
    expect(notices.filter(({ kind }) => kind === 'newer')).toEqual([]);
    expect({ seed, edited: verifyChain(entries) }).toEqual({ seed, edited: [] });
  }, 400_000);
});

/** Numbers in [0, 1) that a seed repeats (mulberry32). */
function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
