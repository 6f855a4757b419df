import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundled } from './bundle.ts';
import { factsIn, random, type Session, walkUntilKilled } from './killed.ts';

let bundle: Awaited<ReturnType<typeof bundled>>;
let answers = '';
beforeAll(async () => {
  bundle = await bundled();
  answers = join(bundle.folder, 'answers.json');
  const questions = { q1: [0], q2: [0, 1], q3: 10, q4: [0, 1, 2], q5: [0, 1], q6: 'offset' };
  await writeFile(answers, JSON.stringify({ predictions: { '01-leader-dies-after-ok': 1, '02-how-many': 2 }, questions }));
}, 30_000);
afterAll(() => bundle[Symbol.asyncDispose]());

// `KILLS=200` is for a soak; the time limit is for everybody else.
const kills = Number(process.env['KILLS'] ?? 80);
const seed = Number(process.env['SEED'] ?? 7);
const atMostMs = process.env['KILLS'] ? Number.POSITIVE_INFINITY : 45_000;
/** The stops of the lesson in its order, by what stands there first. */
const way = ['step 1', '01-leader-dies-after-ok', 'q1', 'step 2', '02-how-many', 'q2', 'q3', 'q4', 'q5', 'q6', 'end'];
const endOf: Readonly<Record<string, string>> = {
  '01-leader-dies-after-ok': 'ran 01-leader-dies-after-ok',
  '02-how-many': 'ran 02-how-many',
};
const doneAt = (place: string) => endOf[place] ?? `answered ${place}`;

it(`a learner who is killed again and again is back in the same place, and nothing that was shown is lost (seed ${seed})`, {
  timeout: Number.isFinite(atMostMs) ? 120_000 : 900_000,
}, async () => {
  const next = random(seed);
  const began = performance.now();
  const places = new Set<string>();
  let home = join(bundle.folder, 'home-0');
  let before: Session | null = null;
  let killed = 0;
  for (; killed < kills && performance.now() - began < atMostMs; killed++) {
    // Half of the lines of a walk tell of the runs; a session of a few lines ends while the learner reads or answers.
    const lines = 1 + Math.floor(next() ** 2 * 90);
    const known = await factsIn(home);
    const session = await walkUntilKilled(bundle.program, { home, answers, lines, ms: Math.floor(next() * 12) });
    const facts = await factsIn(home);
    const told = { killed, lines, known, seen: session.places, done: session.done };
    expect({ told, lost: session.done.filter((fact) => !isKept(fact, facts)) }).toEqual({ told, lost: [] });
    await expect.poll(session.isLeft).toBe(false);
    if (session.places.length > 0) {
      expect({ told, first: session.places[0] }).toEqual({ told, first: placeAfter(known) });
      expect({ told, again: session.places.filter((place) => known.includes(doneAt(place))) }).toEqual({ told, again: [] });
      // Between the fact and its page lies one moment: at most what one page shows was written and not yet seen.
      if (before) expect(way.indexOf(placeAfter(known)) - way.indexOf(before.places.at(-1) as string)).toBeLessThanOrEqual(1);
      for (const place of session.places) places.add(place);
      before = session;
    }
    if (!facts.includes('finished')) continue;
    home = join(bundle.folder, `home-${killed + 1}`);
    before = null;
  }
  expect(killed).toBeGreaterThanOrEqual(12);
  expect([...places].sort()).toEqual([...way].sort());
});

/** Where a learner with these facts belongs: the step they are in, or the question behind the steps that is still open. */
function placeAfter(facts: readonly string[]): string {
  const step = [1, 2].find((number) => !facts.includes(`step ${number}`) && !facts.includes(lastOf[number] as string));
  if (step !== undefined) return `step ${step}`;
  return ['q2', 'q3', 'q4', 'q5', 'q6'].find((id) => !facts.includes(`answered ${id}`)) ?? 'end';
}

/** A step is also behind a learner whose answer ends it: killed between that fact and the step's own, they come back to the next. */
function isKept(fact: string, facts: readonly string[]): boolean {
  const step = /^step (\d)$/.exec(fact)?.[1];
  return facts.includes(fact) || (step !== undefined && facts.includes(lastOf[Number(step)] as string));
}

/** A step that ends with a question or a run is read when that has its answer. */
const lastOf: Readonly<Record<number, string>> = { 1: 'answered q1', 2: 'ran 02-how-many' };
