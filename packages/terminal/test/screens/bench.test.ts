import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExerciseResult } from '../../src/walk/runner.ts';
import { type Bench, type BenchAction, benchKeys, benchStep, isOffered, startBench } from '../../src/workbench/bench.ts';
import { keepVersion, ownFile, resetOwnFile } from '../../src/workbench/files.ts';
import { onSave } from '../../src/workbench/saves.ts';
import { notYet, passed } from './judged.ts';
import { aLesson } from './lesson.ts';

const begun = (): Bench => startBench(aLesson, 'start.ts', {}).bench;
const after = (bench: Bench, ...actions: readonly BenchAction[]) =>
  actions.reduce((each, action) => benchStep(each, action).bench, bench);
const judgedAs = (bench: Bench, result: ExerciseResult): Bench => {
  const judging = after(bench, { type: 'saved' });
  return after(judging, { type: 'judged', run: judging.run, result, at: '14:02:11' });
};
const shows = ['task', 'goal', 'state', 'solution'] as const;
const isShown = (choice: string): choice is (typeof shows)[number] => shows.some((each) => each === choice);
const shown = (bench: Bench) => benchKeys(bench).map((key) => key.show);

describe('an exercise', () => {
  it('offers n only after success, and a hint only after an attempt', () => {
    expect(shown(begun())).toEqual(['r', 't', 'g', 'e', 'x', '?', 'q']);
    expect(shown(judgedAs(begun(), notYet))).toEqual(['r', 'h', 't', 'g', 's', 'o', 'e', 'x', '?', 'q']);
    expect(shown(judgedAs(begun(), passed))).toEqual(['n', 'r', 't', 'g', 's', 'o', 'e', 'x', '?', 'q']);
  });

  it('a save while one is judged cancels that one; only the last is told', () => {
    const first = after(begun(), { type: 'saved' });
    const second = benchStep(first, { type: 'saved' });
    expect(second.effects).toEqual([
      { do: 'cancel', run: 1, newer: true },
      { do: 'judge', run: 2 },
    ]);
    expect(benchStep(second.bench, { type: 'judged', run: 1, result: passed, at: '' })).toEqual({
      bench: second.bench,
      effects: [],
    });
  });

  it('gives one rung at a time, and asks before the last', () => {
    let bench = judgedAs(begun(), notYet);
    for (const rung of [1, 2, 3]) {
      const moved = benchStep(bench, { type: 'hint' });
      expect(moved.effects).toEqual([
        { do: 'append', facts: [{ kind: 'hint', lesson: '07-acks', task: 'readable', rung }] },
        { do: 'hint', task: 'readable', rung },
      ]);
      bench = moved.bench;
    }
    const asked = benchStep(bench, { type: 'hint' });
    expect([asked.effects, shown(asked.bench)]).toEqual([[], ['y', 'n', 'q']]);
    expect(benchStep(asked.bench, { type: 'yes' }).effects.at(-1)).toEqual({ do: 'hint', task: 'readable', rung: 4 });
    expect(shown(after(asked.bench, { type: 'yes' }))).not.toContain('h');
  });

  it('starts over while it judges, and cancels what was going on', () => {
    const judging = after(begun(), { type: 'saved' });
    expect(shown(judging)).toEqual(['r', 'q']);
    expect(benchStep(judging, { type: 'judge' }).effects).toEqual([
      { do: 'cancel', run: 1, newer: true },
      { do: 'judge', run: 2 },
    ]);
  });

  it('stays after success: only n and q leave, and a later version that fails takes nothing back', () => {
    const done = judgedAs(begun(), passed);
    for (const type of ['judge', 'open', 'reset', 'help'] as const) expect(after(done, { type }).now).not.toBe('left');
    expect(after(done, { type: 'next' }).now).toBe('left');
    expect(shown(judgedAs(done, notYet))[0]).toBe('n');
  });

  it('asks once before it shows the solution, which takes every rung', () => {
    const asked = benchStep(judgedAs(begun(), notYet), { type: 'show', what: 'solution' });
    expect([asked.effects, shown(asked.bench)]).toEqual([[], ['y', 'n', 'q']]);
    expect(after(asked.bench, { type: 'no' }).solutionShown).toBe(false);
    const shownOnce = benchStep(asked.bench, { type: 'yes' });
    expect(shownOnce.effects).toEqual([
      { do: 'append', facts: [{ kind: 'hint', lesson: '07-acks', task: 'readable', rung: 4 }] },
      { do: 'show', what: 'solution' },
    ]);
    expect(benchStep(shownOnce.bench, { type: 'show', what: 'solution' }).effects).toEqual([{ do: 'show', what: 'solution' }]);
  });

  it('points to the hints when nothing is judged for long, once, and not before the first attempt', () => {
    expect(benchStep(begun(), { type: 'waited', run: 0 }).effects).toEqual([]);
    const first = after(begun(), { type: 'saved' });
    const failed = benchStep(first, { type: 'judged', run: 1, result: notYet, at: '' });
    expect(failed.effects.at(-1)).toEqual({ do: 'wait', run: 1 });
    const waited = benchStep(failed.bench, { type: 'waited', run: 1 });
    expect(waited.effects).toEqual([{ do: 'say', said: { say: 'notice', text: 'h gives a hint, one rung at a time.' } }]);
    expect(benchStep(waited.bench, { type: 'waited', run: 1 }).effects).toEqual([]);
    expect(benchStep(after(failed.bench, { type: 'saved' }), { type: 'waited', run: 1 }).effects).toEqual([]);
  });

  it('points to the hints after three runs that failed', () => {
    const twice = judgedAs(judgedAs(begun(), notYet), notYet);
    const judging = after(twice, { type: 'saved' });
    const third = benchStep(judging, { type: 'judged', run: judging.run, result: notYet, at: '' });
    expect(third.effects.at(-1)).toEqual({ do: 'say', said: { say: 'notice', text: 'h gives a hint, one rung at a time.' } });
  });

  it('shows the keys that it handles, after any actions', () => {
    const all: readonly BenchAction['type'][] = ['saved', 'judge', 'hint', 'open', 'reset', 'yes', 'no', 'next', 'help'];
    const arbitrary = fc.array(fc.constantFrom(...all, ...shows, 'not-yet', 'pass'), { maxLength: 20 });
    fc.assert(
      fc.property(arbitrary, (choices) => {
        let bench = begun();
        for (const choice of choices) {
          if (choice === 'not-yet' || choice === 'pass') {
            if (bench.now === 'judging')
              bench = after(bench, { type: 'judged', run: bench.run, result: choice === 'pass' ? passed : notYet, at: '' });
            continue;
          }
          bench = after(bench, isShown(choice) ? { type: 'show', what: choice } : ({ type: choice } as BenchAction));
          for (const key of benchKeys(bench))
            for (const action of Object.values(key.press)) {
              const moved = benchStep(bench, action);
              expect(moved.bench !== bench || moved.effects.length > 0).toBe(true);
            }
          for (const type of all) {
            const action = { type } as BenchAction;
            if (!isOffered(bench, action)) expect(benchStep(bench, action)).toEqual({ bench, effects: [] });
          }
        }
      }),
    );
  });
});

describe('the learner’s own file', () => {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'proving-own-'));
    await mkdir(join(dir, 'lesson', 'exercise'), { recursive: true });
    await writeFile(join(dir, 'lesson', 'exercise', 'start.ts'), 'start');
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));
  const lesson = () => ({ dir: join(dir, 'lesson'), folder: '07-acks', number: '07' });

  it('is made once, and never overwritten', async () => {
    const file = await ownFile(lesson());
    await writeFile(file, 'mine');
    expect(await ownFile(lesson())).toBe(file);
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('a reset keeps its bytes before it puts the start back', async () => {
    const file = await ownFile(lesson());
    await writeFile(file, 'mine\u0000\u00ff');
    const kept = await resetOwnFile(lesson(), join(dir, 'home'));
    expect([await readFile(kept, 'utf8'), await readFile(file, 'utf8')]).toEqual(['mine\u0000\u00ff', 'start']);
  });

  it('a version that was kept last is not kept again', async () => {
    const file = await ownFile(lesson());
    await keepVersion(file, join(dir, 'home'), '07-acks');
    await keepVersion(file, join(dir, 'home'), '07-acks');
    expect((await readdir(join(dir, 'home', 'exercises', '07-acks'))).length).toBe(1);
  });

  it('twenty changes in a row are one save', async () => {
    const file = await ownFile(lesson());
    let heard = (_: string | null) => {};
    let saves = 0;
    const saved = Promise.withResolvers<void>();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      using watching = onSave(
        file,
        () => {
          saves++;
          saved.resolve();
        },
        () => undefined,
        {
          quietMs: 150,
          everyMs: 60_000,
          listen: (_, hear) => {
            heard = hear;
            return null;
          },
        },
      );
      await watching.ready;
      for (let i = 0; i < 20; i++) {
        await writeFile(file, `version ${i}`);
        heard('start.ts');
        vi.advanceTimersByTime(149);
      }
      expect([saves, vi.getTimerCount()]).toEqual([0, 1]);
      vi.advanceTimersByTime(1);
      await saved.promise;
      expect([saves, vi.getTimerCount()]).toEqual([1, 0]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('an editor that puts a new file in its place is noticed', async () => {
    const file = await ownFile(lesson());
    const saved = Promise.withResolvers<void>();
    using watching = onSave(file, saved.resolve, () => undefined, { everyMs: 60_000 });
    await watching.ready;
    await writeFile(`${file}.new`, 'replaced');
    await rename(`${file}.new`, file);
    await saved.promise;
  });

  it('where no event comes, the file is looked at, and that is said once', async () => {
    const file = await ownFile(lesson());
    const told: string[] = [];
    const seen = Promise.withResolvers<void>();
    using watching = onSave(
      file,
      () => {
        told.push('saved');
        if (told.length === 3) seen.resolve();
        else void writeFile(file, 'two, and longer');
      },
      () => told.push('polling'),
      { everyMs: 20, listen: () => null },
    );
    await watching.ready;
    await writeFile(file, 'one');
    await seen.promise;
    expect(told).toEqual(['polling', 'saved', 'saved']);
  });
});
