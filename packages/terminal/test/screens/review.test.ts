import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openProgress, readLog } from '@proving/progress';
import type { Fact } from '@proving/spec';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openReview } from '../../src/open/review.ts';
import { paperOf } from '../../src/paper.ts';
import { written } from '../written.ts';
import { aLesson } from './lesson.ts';
import { recorded } from './runner.ts';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'review-'));
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(home, { recursive: true });
});

const lesson = aLesson.folder;
const wrong: readonly Fact[] = [
  { kind: 'answer', lesson, question: 'q3', outcome: 'wrong', sure: true, beliefs: [] },
  {
    kind: 'prediction',
    lesson,
    experiment: '01-leader-dies-after-ok',
    said: 'all twenty',
    measured: 'ten',
    outcome: 'wrong',
    belief: 'W55',
  },
  {
    kind: 'experiment',
    lesson,
    experiment: '01-leader-dies-after-ok',
    claim: 'acknowledged-survives',
    verdict: 'proved',
    because: null,
    observed: { treatment: { lost: 0 }, control: { lost: 10 } },
    kafka: '4.3.1',
    driver: 'jvm',
    ms: 1,
  },
];

async function on(day: string, facts: readonly Fact[]) {
  vi.setSystemTime(`${day}T18:00:00Z`);
  const progress = openProgress({ home, course: '0.1.0' });
  for (const fact of facts) await progress.append(fact);
  return progress;
}

/** A review in plain text, with answers by address. */
async function review(day: string, answers: unknown) {
  const progress = await on(day, []);
  const file = join(home, 'answers.json');
  if (answers !== null) await writeFile(file, JSON.stringify(answers));
  const { output, text } = written();
  const came = await openReview({
    lessons: [aLesson],
    mode: 'plain',
    paper: paperOf({ columns: 80, colour: false, utf8: true }),
    progress,
    runner: recorded(),
    home,
    seed: 1,
    driver: null,
    signal: new AbortController().signal,
    streams: { input: process.stdin, output },
    answers: answers === null ? null : file,
    now: new Date(),
  });
  const { entries } = readLog((await import('node:fs')).readFileSync(progress.file, 'utf8'));
  return { came, text: text(), entries };
}

describe('a review', () => {
  it('asks what was wrong again on another day, a prediction as a question whose answer is what was measured', async () => {
    await on('2026-11-21', wrong);
    const { came, text, entries } = await review('2026-11-23', { questions: { '07.q3': 10, '07.1': [1] } });
    expect(came.code).toBe(0);
    expect(text).toContain('Review');
    expect(text).toMatch(/07\.q3 {2}A number/);
    expect(text).toMatch(/07\.1 {2}One answer is right/);
    expect(text).toContain('your answer: ten');
    expect(text).toContain('2 of 2 questions right');
    const again = entries.filter(({ at }) => at.startsWith('2026-11-23'));
    expect(again).toHaveLength(2);
    expect(again.find(({ kind }) => kind === 'answer')).toMatchObject({ lesson, question: 'q3', outcome: 'right' });
    expect(again.find(({ kind }) => kind === 'prediction')).toMatchObject({
      lesson,
      experiment: '01-leader-dies-after-ok',
      outcome: 'right',
      said: 'ten',
      measured: 'ten',
    });
  });

  it('brings a stale belief back when it is chosen once more, and says which', async () => {
    await on('2026-11-21', wrong);
    const { text, entries } = await review('2026-11-23', { questions: { '07.1': [0] } });
    expect(text).toContain('W55');
    expect(entries.find(({ kind, at }) => kind === 'prediction' && at.startsWith('2026-11-23'))).toMatchObject({
      outcome: 'wrong',
      belief: 'W55',
    });
  });

  it('has nothing on the day itself, and knows the next one', async () => {
    await on('2026-11-21', wrong);
    expect((await review('2026-11-21', null)).came).toEqual({ code: null, next: '2026-11-22' });
  });

  it('without a terminal and without answers is refused, with what is due', async () => {
    await on('2026-11-21', wrong);
    await expect(review('2026-11-23', null)).rejects.toMatchObject({ exit: 64, saw: expect.stringContaining('07.q3') });
  });

  it('speaks of no loss and no blame, however long one was away', async () => {
    await on('2026-01-01', wrong);
    const { text } = await review('2026-11-23', { questions: {} });
    expect(text).not.toMatch(/streak|lost|missed|late|overdue|behind|fail|sorry|days? ago/i);
  });

  it('leaves out what the course has no longer', async () => {
    await on('2026-11-21', [{ kind: 'answer', lesson: '99-gone', question: 'q1', outcome: 'wrong', sure: null, beliefs: [] }]);
    expect((await review('2026-11-23', null)).came.code).toBeNull();
  });
});
