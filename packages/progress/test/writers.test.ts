import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openProgress, verifyChain } from '../src/index.ts';
import { emptyHome } from './seed.ts';

const program = fileURLToPath(new URL('programs/writer.ts', import.meta.url));

/**
 * Lets a process write, and kills it when it has said `lines` lines and this process has turned `turns` times since.
 * Resolves to the facts whose appends had resolved, when the process is gone and everything it said was read.
 */
async function write(home: string, name: string, count: number, together: number, kill?: { lines: number; turns: number }) {
  const child = spawn(process.execPath, [program, home, name, String(count), String(together)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Keeps the stripped code, which a killed process does not; without it most of the time would go into starting.
    env: { ...process.env, NODE_COMPILE_CACHE: join(home, 'code') },
  });
  const gone = once(child, 'close');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length !== kill?.lines) continue;
    for (let n = 0; n < kill.turns; n++) await new Promise((resolve) => setImmediate(resolve));
    child.kill('SIGKILL');
  }
  const [code, signal] = await gone;
  return { told: said.slice(1), ended: signal ?? code };
}

async function keptIn(home: string) {
  const { entries, notices } = await openProgress({ home, course: '0.1.0' }).read();
  return { entries, notices, texts: entries.map((entry) => (entry.kind === 'note' ? entry.text : entry.kind)) };
}

describe('writers', () => {
  test('three at once write 10,000 facts; none is lost, none is torn, one chain', async () => {
    await using at = await emptyHome();
    const plan = [
      { name: 'a', count: 5_000, together: 25 },
      { name: 'b', count: 4_700, together: 25 },
      { name: 'c', count: 300, together: 1 },
    ];
    const ended = await Promise.all(plan.map(({ name, count, together }) => write(at.home, name, count, together)));
    const { entries, notices, texts } = await keptIn(at.home);
    expect(notices).toEqual([]);
    for (const [i, { name, count }] of plan.entries()) {
      const all = Array.from({ length: count }, (_, n) => `${name}/${n}`);
      expect(ended[i]).toEqual({ told: all, ended: 0 });
      expect(texts.filter((text) => text.startsWith(name))).toEqual(all);
    }
    const ids = entries.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(verifyChain(entries)).toEqual([]);
  }, 180_000);

  test('kill -9 at 200 random moments loses nothing that had been promised, and stops nobody', async () => {
    await using at = await emptyHome();
    await write(at.home, 'warm', 1, 1);
    const seed = Date.now() % 100_000;
    const random = randoms(seed);
    const upTo = (n: number) => Math.floor(random() * n);
    const told: string[] = [];
    const lane = async (name: string, kills: number) => {
      for (let n = 0; n < kills; n++) {
        const kill = { lines: 1 + upTo(8), turns: upTo(3_000) };
        const writer = await write(at.home, `${name}${n}`, 1_000_000, 1 + upTo(4), kill);
        expect(writer.ended).toBe('SIGKILL');
        told.push(...writer.told);
      }
    };
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => lane(name, 50)));

    const { entries, notices, texts } = await keptIn(at.home);
    const kept = new Set(texts);
    expect({ seed, lost: told.filter((each) => !kept.has(each)) }).toEqual({ seed, lost: [] });
    expect(told.length).toBeGreaterThan(200);
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
