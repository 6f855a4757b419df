import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fact, ProgressEntry } from '@proving/spec';
import fc from 'fast-check';
import { chainOf } from '../src/chain.ts';
import { idAfter } from '../src/id.ts';

/** A temporary home; removed with its scope. */
export async function emptyHome(): Promise<{ readonly home: string } & AsyncDisposable> {
  const home = await mkdtemp(join(tmpdir(), 'progress-'));
  return { home, [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }) };
}

/** Facts as entries of one device, a minute apart, with a whole chain. */
export function entriesOf(
  facts: readonly Fact[],
  { device = 'd1', from = '2026-11-21T08:00:00.000Z' } = {},
): readonly ProgressEntry[] {
  let chain = '';
  return facts.map((fact, i) => {
    const at = new Date(Date.parse(from) + i * 60_000).toISOString();
    const own = { id: idFor(at, device), at, device, course: '0.1.0', ...fact };
    chain = chainOf(own, chain);
    return { ...own, chain } as ProgressEntry;
  });
}

/** An id as `append` makes them, but the same in every run. */
const idFor = (at: string, device: string) =>
  idAfter(null, Date.parse(at)).slice(0, 10) +
  device
    .toUpperCase()
    .replaceAll(/[^0-9A-HJKMNP-TV-Z]/g, 'X')
    .padEnd(16, '0');

export const linesOf = (entries: readonly object[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

const lesson = fc.constantFrom('01-the-log', '07-acks-and-durability', '09-idempotence', 'constructor', '__proto__');
const step = fc.integer({ min: 1, max: 7 });
const outcome = fc.constantFrom('right' as const, 'wrong' as const, 'skipped' as const);
const text = fc.oneof(fc.string(), fc.constantFrom('ja — Größe', '✓ ▌▌', '__proto__', 'line\nbreak'));
const idOf = (prefix: string) => fc.integer({ min: 1, max: 3 }).map((n) => `${prefix}${n}`);

/** Any fact that a command may write. */
export const anyFact: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ kind: fc.constant('lesson.opened' as const), lesson }),
  fc.record({ kind: fc.constant('step.read' as const), lesson, step }),
  fc.record({
    kind: fc.constant('prediction' as const),
    lesson,
    experiment: idOf('0'),
    said: fc.option(text),
    measured: text,
    outcome,
    belief: fc.option(idOf('W')),
  }),
  fc.record({
    kind: fc.constant('experiment' as const),
    lesson,
    experiment: idOf('0'),
    claim: idOf('claim-'),
    verdict: fc.constantFrom('proved' as const, 'refuted' as const, 'unjudged' as const),
    because: fc.option(text),
    observed: fc.dictionary(text, fc.record({ lost: fc.nat(), seen: fc.array(fc.nat()) })),
    kafka: fc.constant('4.3.1'),
    driver: fc.constant('jvm'),
    ms: fc.nat(),
  }),
  fc
    .record({
      kind: fc.constant('answer' as const),
      lesson,
      question: idOf('q'),
      outcome,
      sure: fc.option(fc.boolean()),
      beliefs: fc.array(idOf('W'), { maxLength: 2 }),
      of: fc.option(fc.record({ part: fc.integer({ min: 1, max: 2 }), seed: fc.nat(2), of: fc.constant(3) })),
    })
    .map(({ of, ...fact }) => (of === null ? fact : { ...fact, assessment: of })),
  fc.record({
    kind: fc.constant('assessment' as const),
    part: fc.integer({ min: 1, max: 2 }),
    outcome: fc.constantFrom('passed' as const, 'not-yet' as const, 'left' as const),
    unmet: fc.array(idOf('c'), { maxLength: 2 }),
    clues: fc.nat(4),
    seed: fc.nat(2),
  }),
  fc.record({
    kind: fc.constant('exercise' as const),
    lesson,
    outcome: fc.constantFrom('passed' as const, 'not-yet' as const, 'unjudged' as const),
    task: fc.option(idOf('task-')),
    mistake: fc.option(text),
  }),
  fc.record({ kind: fc.constant('hint' as const), lesson, task: idOf('task-'), rung: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('lesson.finished' as const), lesson }),
  fc.record({ kind: fc.constant('lesson.reset' as const), lesson, step }),
  fc.record({ kind: fc.constant('note' as const), lesson: fc.option(lesson), text }),
);

/** The log of one to three devices, their lines in any order. */
export const anyLog: fc.Arbitrary<readonly ProgressEntry[]> = fc
  .array(fc.tuple(fc.constantFrom('d1', 'd2', 'd3'), fc.array(anyFact, { maxLength: 6 })), { maxLength: 3 })
  .map((devices) => [...new Map(devices).entries()].flatMap(([device, facts]) => entriesOf(facts, { device })))
  .chain((entries) => fc.shuffledSubarray(entries, { minLength: entries.length }));
