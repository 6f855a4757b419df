import { atLeast } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArmOutcome, judge, judgeArm, wellFormed } from '../src/index.ts';

const observed = (value: object, operations = 1): ArmOutcome => ({ kind: 'observed', observed: value as never, ms: 5, operations });

describe('judge', () => {
  const expect_ = { treatment: { sent: 20, lost: 0 }, control: { sent: 20, lost: 10 } };
  const right = { treatment: observed({ sent: 20, lost: 0 }), control: observed({ sent: 20, lost: 10 }) };

  it('proves when every arm measured what was expected of it', () => {
    expect(judge(expect_, right)).toEqual({ kind: 'proved' });
  });

  it('refutes when the two arms are swapped', () => {
    expect(judge(expect_, { treatment: right.control, control: right.treatment })).toEqual({
      kind: 'refuted',
      because: 'treatment: lost: expected 0, measured 10',
    });
  });

  it('refutes an expectation that fits the other arm as well', () => {
    const loose = { treatment: { lost: atLeast(0) }, control: { lost: 10 } };
    expect(judge(loose, { treatment: observed({ lost: 0 }), control: observed({ lost: 10 }) })).toEqual({
      kind: 'refuted',
      because: 'what treatment expects fits the measurement of control too, so it distinguishes nothing',
    });
  });

  it('calls silence unjudged, never refuted', () => {
    expect(judge(expect_, { treatment: observed({ sent: 0, lost: 0 }, 0), control: observed({ sent: 0, lost: 0 }, 0) }).kind).toBe(
      'unjudged',
    );
  });

  it('calls a deadline unjudged and a crash could-not-run, whatever the other arm showed', () => {
    expect(judge(expect_, { ...right, control: { kind: 'unjudged', because: 'Waited', ms: 1 } })).toEqual({
      kind: 'unjudged',
      because: 'control: Waited',
    });
    expect(judge(expect_, { ...right, control: { kind: 'broken', because: 'boom', detail: '', fix: 'x', ms: 1 } })).toEqual({
      kind: 'could-not-run',
      because: 'control: boom',
      fix: 'x',
    });
  });

  it('never proves anything that differs from the expectation in one field', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (a, b) => {
        const verdict = judge(expect_, { treatment: observed({ sent: 20, lost: a }), control: observed({ sent: 20, lost: b }) });
        expect(verdict.kind === 'proved').toBe(a === 0 && b === 10);
      }),
    );
  });

  it('keeps what an arm measured beside what was expected', () => {
    expect(judgeArm({ lost: 0 }, observed({ lost: 3 }))).toEqual({
      kind: 'differs',
      observed: { lost: 3 },
      differences: [{ path: 'lost', expected: 0, measured: 3 }],
    });
  });
});

describe('an experiment that could not prove anything is refused', () => {
  const good = {
    claim: 'c',
    arms: { treatment: { acks: -1, n: 1 }, control: { acks: 1, n: 1 } },
    expect: { treatment: { lost: 0 }, control: { lost: 1 } },
  };
  const refusal = (change: object) => () => wellFormed({ ...good, ...change }, '07/x', 'c');

  it('a good one is not', () => expect(refusal({})).not.toThrow());
  it.each([
    [
      'arms that differ in two settings',
      { arms: { treatment: { acks: -1, n: 1 }, control: { acks: 1, n: 2 } } },
      'control differs from the treatment in acks and n',
    ],
    [
      'arms that differ in nothing',
      { arms: { treatment: { acks: 1 }, control: { acks: 1 } } },
      'control differs from the treatment in nothing',
    ],
    ['one arm', { arms: { treatment: { acks: 1 } }, expect: { treatment: 1 } }, 'it has one arm'],
    ['no treatment', { arms: { a: { acks: 1 }, b: { acks: 2 } } }, 'no arm called treatment'],
    [
      'two equal expectations',
      { expect: { treatment: { lost: 0 }, control: { lost: 0 } } },
      'treatment and control expect the same',
    ],
    ['an arm without an expectation', { expect: { treatment: { lost: 0 } } }, 'control has no expectation'],
    ['an expectation without an arm', { expect: { ...good.expect, third: 1 } }, 'an expectation for third'],
    ['another claim than the manifest says', { claim: 'd' }, 'it names the claim "d"'],
  ])('%s', (_, change, says) => expect(refusal(change)).toThrow(says));
});
