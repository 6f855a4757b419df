import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startBench } from '../../src/workbench/bench.ts';
import { patienceMs } from '../../src/workbench/patience.ts';
import { BenchSession } from '../../src/workbench/session.ts';
import { notYet, passed } from './judged.ts';
import { aLesson } from './lesson.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

it('four minutes without a run bring one quiet line, counted from the last run, and no second one', async () => {
  const said: string[] = [];
  let judged = Promise.withResolvers<void>();
  const session = new BenchSession(startBench(aLesson, 'start.ts', {}), {
    judge: async () => notYet,
    append: async () => undefined,
    say: ({ say }) => {
      said.push(say);
      if (say === 'judged') judged.resolve();
    },
    show: () => undefined,
    open: async () => undefined,
    reset: async () => '',
  });
  const run = async () => {
    judged = Promise.withResolvers();
    await session.press('r');
    await judged.promise;
    await session.settled;
  };
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    await session.settled;
  };
  await pass(2 * patienceMs);
  expect(said).toEqual(['task']);
  await run();
  await pass(patienceMs - 1);
  await run();
  await pass(patienceMs - 1);
  expect(said).toEqual(['task', 'judged', 'judged']);
  await pass(1);
  expect(said).toEqual(['task', 'judged', 'judged', 'notice']);
  await pass(3 * patienceMs);
  await run();
  expect(said).toEqual(['task', 'judged', 'judged', 'notice', 'judged']);
  await session.dispatch({ type: 'quit' });
  await session.ended;
});

it('a minute after success nothing has moved', async () => {
  const seen: string[] = [];
  const judged = Promise.withResolvers<void>();
  const session = new BenchSession(startBench(aLesson, 'start.ts', {}), {
    judge: async () => passed,
    append: async () => undefined,
    say: ({ say }) => {
      seen.push(say);
      if (say === 'judged') judged.resolve();
    },
    show: ({ now }) => void seen.push(now),
    open: async () => undefined,
    reset: async () => '',
  });
  await session.press('r');
  await judged.promise;
  await session.settled;
  const before = [...seen];
  await vi.advanceTimersByTimeAsync(60_000);
  await session.settled;
  expect(seen).toEqual(before);
  expect([seen.at(-1), session.bench.passed]).toEqual(['idle', true]);
  await session.dispatch({ type: 'next' });
  await session.ended;
});
