import type { ArmVerdict, Verdict } from '@proving/spec';
import { expect, it } from 'vitest';
import { pageText } from '../../src/page/page.ts';
import { aLesson } from './lesson.ts';
import { begun, resultOf } from './walking.ts';
import { paper } from './watched.ts';

const experiment = '01-leader-dies-after-ok';
const card = aLesson.manifest.experiments[experiment];
const observed = resultOf(begun().walk, experiment).observations;

function page(
  verdict: Verdict,
  arms: Readonly<Record<string, ArmVerdict>>,
  shown: Readonly<Record<string, unknown>> = {},
  columns = 80,
): string {
  if (!card) throw new Error(experiment);
  const result = { ...resultOf(begun().walk, experiment), verdict, arms, observations: shown as typeof observed };
  const claim = aLesson.manifest.claims['acknowledged-survives'] ?? '';
  const lastSeen = ['1.62 s  kill -9 broker 2 (the leader)', 'waiting since 1.85 s: a leader other than broker 2'];
  return pageText({ say: 'verdict', experiment, card, result, claim, lastSeen, prediction: null }, paper(columns));
}

it('not yet: expected beside measured, the first difference of each arm, and what was seen last', () => {
  const differs: ArmVerdict = {
    kind: 'differs',
    observed: { lost: 6 },
    differences: [{ path: 'lost', expected: 10, measured: 6 }],
  };
  const verdict: Verdict = { kind: 'refuted', because: 'acks=1 measured something else than was expected.' };
  const shown = { treatment: { acknowledged: 10, lost: 0 }, control: { acknowledged: 20, lost: 6 } };
  expect(page(verdict, { treatment: { kind: 'met', observed: {} }, control: differs }, shown)).toMatchInlineSnapshot(`
    "
      Not yet: the cluster shows something else
      acks=1 measured something else than was expected.

                     acks=all   acks=1
      acknowledged         10       20
      lost                  0        6

      acks=all:  as expected
      acks=1:  lost expected 10, measured 6

      last seen
        1.62 s  kill -9 broker 2 (the leader)
        waiting since 1.85 s: a leader other than broker 2

      ✕ ⟨acknowledged-survives⟩  not proved in this run
        With acks=all and min.insync.replicas=2, an acknowledged record
        outlives its leader.
    "
  `);
});

it('could not judge: the reason and what was seen last', () => {
  const verdict: Verdict = { kind: 'unjudged', because: 'No leader was elected within 8 s.' };
  expect(
    page(verdict, { treatment: { kind: 'unjudged', because: 'gave up waiting for a leader other than broker 2' } }),
  ).toMatchInlineSnapshot(`
    "
      Could not judge
      No leader was elected within 8 s.

      acks=all:  gave up waiting for a leader other than broker 2

      last seen
        1.62 s  kill -9 broker 2 (the leader)
        waiting since 1.85 s: a leader other than broker 2

        ⟨acknowledged-survives⟩  not judged in this run
        With acks=all and min.insync.replicas=2, an acknowledged record
        outlives its leader.
    "
  `);
});

it('could not run: the words of the error, and the one thing to do', () => {
  const verdict: Verdict = { kind: 'could-not-run', because: 'connect ECONNREFUSED 127.0.0.1:9092', fix: 'pnpm diagnose' };
  expect(page(verdict, {})).toMatchInlineSnapshot(`
    "
      Could not run
      connect ECONNREFUSED 127.0.0.1:9092
      Try: pnpm diagnose

      last seen
        1.62 s  kill -9 broker 2 (the leader)
        waiting since 1.85 s: a leader other than broker 2

        ⟨acknowledged-survives⟩  not judged in this run
        With acks=all and min.insync.replicas=2, an acknowledged record
        outlives its leader.
    "
  `);
});

it('not provable here, in a narrow window', () => {
  const verdict: Verdict = { kind: 'not-provable-here', because: 'These brokers are somebody else’s, so none can be killed.' };
  expect(page(verdict, {}, {}, 50)).toMatchInlineSnapshot(`
    "
      Not provable here
      These brokers are somebody else’s, so none can
      be killed.

      last seen
        1.62 s  kill -9 broker 2 (the leader)
        waiting since 1.85 s: a leader other than
        broker 2

        ⟨acknowledged-survives⟩  not judged in this
        run
        With acks=all and min.insync.replicas=2, an
        acknowledged record outlives its leader.
    "
  `);
});
