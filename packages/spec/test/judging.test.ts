import { describe, expect, it } from 'vitest';
import {
  exitCodeOfAll,
  judgeAnswer,
  judgePrediction,
  ms,
  type Prediction,
  parseAddress,
  parseTrace,
  type Question,
  type Trace,
  writeTrace,
} from '../src/index.ts';

const choice: Prediction = {
  kind: 'choice',
  about: 'control',
  options: [
    { says: 'all twenty', when: { lost: 0 }, belief: 'W55' },
    { says: 'ten', when: { lost: 10 } },
  ],
};

describe('a prediction', () => {
  it('is judged by what this run measured, not by what the author knew', () => {
    expect(judgePrediction(choice, { kind: 'choice', option: 0 }, { control: { lost: 10 } })).toEqual({
      outcome: 'wrong',
      measured: 'ten',
      said: 'all twenty',
      belief: 'W55',
    });
    expect(judgePrediction(choice, { kind: 'choice', option: 0 }, { control: { lost: 0 } })).toEqual({
      outcome: 'right',
      measured: 'all twenty',
      said: 'all twenty',
      belief: null,
    });
  });

  it('may be skipped, and then shows the measurement all the same', () => {
    expect(judgePrediction(choice, { kind: 'skipped' }, { control: { lost: 10 } })).toEqual({
      outcome: 'skipped',
      measured: 'ten',
      said: null,
      belief: null,
    });
  });

  it('says so when the run measured what no option foresaw', () => {
    expect(judgePrediction(choice, { kind: 'choice', option: 1 }, { control: { lost: 4 } }).measured).toBe('none of these: lost 4');
  });

  it('by number is right within its tolerance', () => {
    const number: Prediction = { kind: 'number', about: 'treatment', field: 'share.moved', unit: '%', tolerance: 5 };
    const at = (value: number) =>
      judgePrediction(number, { kind: 'number', value }, { treatment: { share: { moved: 74.7 } } }).outcome;
    expect([at(75), at(70), at(69)]).toEqual(['right', 'right', 'wrong']);
  });
});

describe('an answer', () => {
  const base = { id: 'q1', ask: '', claim: 'c' } as const;
  const several: Question = {
    ...base,
    kind: 'several',
    options: [
      { says: 'a', because: '', right: true },
      { says: 'b', because: '', belief: 'W7' },
      { says: 'c', because: '', right: true },
    ],
  };
  const order: Question = { ...base, kind: 'order', items: ['x', 'y', 'z'], because: '' };
  const text: Question = { ...base, kind: 'text', accept: ['high watermark'], because: '' };

  it('to several is right only when whole, and betrays the beliefs that it chose', () => {
    expect(judgeAnswer(several, { kind: 'options', chosen: [2, 0] })).toEqual({ right: true, beliefs: [] });
    expect(judgeAnswer(several, { kind: 'options', chosen: [0, 1] })).toEqual({ right: false, beliefs: ['W7'] });
    expect(judgeAnswer(several, { kind: 'skipped' })).toEqual({ right: false, beliefs: [] });
  });

  it('of order, of words', () => {
    expect(judgeAnswer(order, { kind: 'order', items: [0, 1, 2] }).right).toBe(true);
    expect(judgeAnswer(order, { kind: 'order', items: [0, 1] }).right).toBe(false);
    expect(judgeAnswer(text, { kind: 'text', text: 'High-Watermark' }).right).toBe(true);
    expect(judgeAnswer(text, { kind: 'text', text: 'watermark' }).right).toBe(false);
  });
});

describe('small words', () => {
  it('addresses', () => {
    expect(parseAddress('07.3')).toEqual({ lesson: '07', step: 3, question: null });
    expect(parseAddress('7.q2')).toEqual({ lesson: '7', step: null, question: 'q2' });
    expect(parseAddress('acks-and-durability')).toEqual({ lesson: 'acks-and-durability', step: null, question: null });
    expect([parseAddress(''), parseAddress('7.'), parseAddress('../7')]).toEqual([null, null, null]);
  });

  it('durations carry their unit', () => {
    expect([ms('250ms'), ms('1.5s'), ms('30min')]).toEqual([250, 1_500, 1_800_000]);
    expect(() => ms('2 s' as '2s')).toThrow('write 250ms, 2s or 30min');
  });

  it('the worst verdict names the exit code', () => {
    expect(exitCodeOfAll([{ kind: 'proved' }, { kind: 'unjudged', because: '' }])).toBe(2);
    expect(
      exitCodeOfAll([
        { kind: 'refuted', because: '' },
        { kind: 'unjudged', because: '' },
      ]),
    ).toBe(1);
    expect(
      exitCodeOfAll([
        { kind: 'refuted', because: '' },
        { kind: 'could-not-run', because: '', fix: null },
      ]),
    ).toBe(3);
    expect(exitCodeOfAll([])).toBe(0);
  });
});

describe('a trace', () => {
  const trace: Trace = {
    header: {
      format: 1,
      lesson: '07-acks-and-durability',
      experiment: '01-x',
      arm: 'control',
      claim: 'c',
      kafka: '4.3.1',
      clients: { kafkajs: '2.2.4' },
      driver: 'jvm',
      seed: 7,
      at: '2026-11-21T08:00:00.000Z',
    },
    events: [
      { type: 'step', t: 0.5, text: 'begin' },
      { type: 'observation', t: 9, arm: 'control', observed: { lost: 1 } },
    ],
  };

  it('reads as it was written', () => expect(parseTrace(writeTrace(trace))).toEqual(trace));

  it('names the line that is not one', () => {
    expect(() => parseTrace(`${writeTrace(trace)}{"type":"nonsense","t":1}\n`, 'a.jsonl')).toThrow(
      /a\.jsonl:4 is not what a trace holds/,
    );
    expect(() => parseTrace('oops', 'a.jsonl')).toThrow('a.jsonl:1 is not JSON');
  });
});
