import { findLessons, loadLesson } from '@proving/catalog';
import { repositoryRoot } from '@proving/runner';
import type { ProgressEntry } from '@proving/spec';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { beginAssess } from '../../src/walk/begin.ts';
import { answeredOf, drawn, mostDrawn } from '../../src/walk/drawn.ts';
import type { WalkLesson } from '../../src/walk/lesson.ts';
import { step } from '../../src/walk/step.ts';
import type { Effect, Walk } from '../../src/walk/walk.ts';
import { aLesson } from './lesson.ts';

let lessons: readonly WalkLesson[] = [];
beforeAll(async () => {
  const loaded = await Promise.all((await findLessons(repositoryRoot())).map((folder) => loadLesson(folder)));
  lessons = loaded.filter(({ manifest }) => manifest.part === 1);
});

const addresses = (seed: number) => drawn(lessons, seed).map(({ from }) => from?.address);
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

it('draws at most twelve, each once, from every lesson, the same for the same seed', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const asked = addresses(seed);
      expect(asked).toHaveLength(mostDrawn);
      expect(new Set(asked).size).toBe(mostDrawn);
      expect(new Set(asked.map((each) => each?.slice(0, 2))).size).toBe(lessons.length);
      expect(addresses(seed)).toEqual(asked);
    }),
    { numRuns: 50 },
  );
});

it('mixes the kinds of questions, and two seeds ask differently', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      expect(new Set(drawn(lessons, seed).map(({ question }) => question.kind)).size).toBeGreaterThanOrEqual(4);
    }),
    { numRuns: 50 },
  );
  expect(addresses(1)).not.toEqual(addresses(2));
});

it('takes what there is where there is little', () => {
  const [first] = lessons as [WalkLesson];
  expect(drawn([first], 1)).toHaveLength(Math.min(mostDrawn, first.quiz.length));
  expect(drawn([], 1)).toEqual([]);
});

it('goes on with what has no answer of this assessment: not of another one, of a lesson, or of the time before', () => {
  const stops = drawn(lessons, 1);
  const mine = { part: 1, seed: 1, of: 12 };
  const since = '2026-11-21T00:00:00.000Z';
  const answer = (i: number, assessment: object | undefined, at = '2026-11-21T10:00:00.000Z', outcome = 'right') =>
    ({
      kind: 'answer',
      lesson: stops[i]?.from?.lesson.folder,
      question: stops[i]?.question.id,
      outcome,
      at,
      ...(assessment && { assessment }),
    }) as ProgressEntry;
  const entries = [
    answer(0, mine, '2026-11-20T10:00:00.000Z'),
    answer(1, mine, since, 'wrong'),
    answer(2, undefined),
    answer(3, { ...mine, seed: 2 }),
    answer(4, { ...mine, part: 2 }),
    answer(5, mine, since, 'skipped'),
    answer(1, mine),
  ];
  expect(answeredOf(stops, entries, { part: 1, seed: 1, since })).toEqual({
    given: [
      { address: stops[1]?.from?.address, outcome: 'wrong' },
      { address: stops[5]?.from?.address, outcome: 'skipped' },
    ],
    open: stops.filter((_, i) => i !== 1 && i !== 5),
  });
});

it('counts at its end what was answered in earlier sessions, too, and marks each answer as its own', () => {
  const [first, second, ...open] = drawn([aLesson], 7);
  const given = [
    { address: first?.from?.address ?? '', outcome: 'right' },
    { address: second?.from?.address ?? '', outcome: 'wrong' },
  ] as const;
  const begin = { seed: 7, today: '2026-11-21', past: [], counts: true };
  let { walk, effects } = beginAssess(begin, open, given) as { walk: Walk; effects: readonly Effect[] };
  while (walk.now.at !== 'finished') {
    const moved = step(walk, walk.now.at === 'asking' ? { type: 'skip' } : { type: 'next' });
    walk = moved.walk;
    effects = [...effects, ...moved.effects];
  }
  const said = effects.flatMap((effect) => (effect.do === 'say' ? [effect.said] : []));
  expect(said[0]).toMatchObject({ say: 'assess', questions: open.length + 2, left: open.length });
  expect(said.at(-1)).toMatchObject({
    say: 'assessed',
    tally: { right: 1, questions: open.length + 2, wrong: [second?.from?.address] },
  });
  const facts = effects.flatMap((effect) => (effect.do === 'append' ? effect.facts : []));
  expect(facts).toHaveLength(open.length);
  for (const fact of facts) expect(fact).toMatchObject({ assessment: { part: 2, seed: 7, of: open.length + 2 } });
});
