import { expect, it } from 'vitest';
import { byProcessorTime, type TraceEvent } from './processor-time.ts';

const at = { pid: 1, tid: 1 };
const task = { ...at, ph: 'X', ts: 1_000, dur: 500, tts: 70, tdur: 200 };

it('a task is as long as it computed, and what is in it stays in it', () => {
  const script = { ...at, ph: 'X', ts: 1_400, dur: 90, tts: 180, tdur: 80 };
  const mark = { ...at, ph: 'R', ts: 1_450, tts: 200 };
  const [outer, inner, moment] = byProcessorTime<TraceEvent>([mark, script, task]);
  expect(outer).toEqual({ ...task, dur: 200 });
  expect(inner).toEqual({ ...script, ts: 1_110, dur: 80 });
  expect(moment).toEqual({ ...mark, ts: 1_130 });
});

it('the next task begins when it began, and a thread knows nothing of another', () => {
  const next = { ...at, ph: 'X', ts: 1_500, dur: 100, tts: 270, tdur: 100 };
  const elsewhere = { ...at, tid: 2, ph: 'R', ts: 1_450, tts: 5 };
  expect(byProcessorTime<TraceEvent>([task, next, elsewhere])).toEqual([{ ...task, dur: 200 }, next, elsewhere]);
});

it('a task that never waited is as it was, and so is what says nothing of its thread', () => {
  const calm = { ...task, tdur: 500 };
  const bare = { ...at, ph: 'I', ts: 1_200 };
  expect(byProcessorTime<TraceEvent>([calm, bare])).toEqual([calm, bare]);
});
