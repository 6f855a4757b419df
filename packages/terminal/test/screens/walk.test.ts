import type { Fact } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginLesson, isUnclosed } from '../../src/walk/begin.ts';
import { keys, pressed } from '../../src/walk/keys.ts';
import { isOffered, step } from '../../src/walk/step.ts';
import type { Action, Effect, Walk } from '../../src/walk/walk.ts';
import { aLesson } from './lesson.ts';
import { anyWalk, begun, offered, resultOf } from './walking.ts';

const saidBy = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.do === 'say' ? [effect.said.say] : []));
const factsOf = (effects: readonly Effect[]): readonly Fact[] =>
  effects.flatMap((effect) => (effect.do === 'append' ? effect.facts : []));

function go(from: Walk, ...inputs: readonly (string | Action)[]): { walk: Walk; effects: readonly Effect[] } {
  let walk = from;
  let effects: readonly Effect[] = [];
  for (const input of inputs) {
    const action = typeof input === 'string' ? pressed(walk, input) : input;
    if (!action) throw new Error(`${input} does nothing at ${walk.now.at}`);
    const moved = step(walk, action);
    walk = moved.walk;
    effects = [...effects, ...moved.effects];
  }
  return { walk, effects };
}
const ran = (walk: Walk, experiment: string): Action => ({ type: 'ran', run: walk.run, result: resultOf(walk, experiment) });

describe('keys', () => {
  const universe: readonly string[] = [...'abcdefghijklmnopqrstuvwxyz0123456789?-. ', 'return', 'escape', 'backspace', ''];

  it('shown are the keys handled: every shown key changes something, every other key changes nothing', () => {
    fc.assert(
      fc.property(anyWalk, ({ walk }) => {
        const shown = new Set(keys(walk).flatMap((key) => Object.keys(key.press)));
        const types = keys(walk).some((key) => key.types);
        for (const input of universe) {
          const action = pressed(walk, input);
          if (shown.has(input)) expect(action).not.toBeNull();
          if (!shown.has(input) && !types) expect(action).toBeNull();
          if (!action) continue;
          const moved = step(walk, action);
          expect(moved.walk !== walk || moved.effects.length > 0).toBe(true);
        }
      }),
    );
  });

  it('actions that no key offers are not taken', () => {
    const all: readonly Action[] = [
      { type: 'next' },
      { type: 'back' },
      { type: 'rerun' },
      { type: 'cancel' },
      { type: 'skip' },
      { type: 'trace' },
      { type: 'open' },
      { type: 'exercise' },
      { type: 'erase' },
      { type: 'sure', sure: true },
      { type: 'predict', predicted: { kind: 'choice', option: 1 } },
      { type: 'answer', answer: { kind: 'options', chosen: [0] } },
    ];
    fc.assert(
      fc.property(anyWalk, ({ walk }) => {
        for (const action of all) if (!isOffered(walk, action)) expect(step(walk, action)).toEqual({ walk, effects: [] });
      }),
    );
  });

  it('no two of them are the same', () => {
    fc.assert(
      fc.property(anyWalk, ({ walk }) => {
        const all = keys(walk).flatMap((key) => Object.keys(key.press));
        expect(new Set(all).size).toBe(all.length);
        const words = keys(walk).flatMap((key) => (key.word === '' ? [] : [key.word]));
        expect(new Set(words).size).toBe(words.length);
      }),
    );
  });

  it('there is always a way on, until the learner has left', () => {
    fc.assert(fc.property(anyWalk, ({ walk }) => walk.now.at === 'left' || offered(walk).length > 0));
  });
});

describe('a step', () => {
  it('is read, predicted, run, judged, explained, asked and answered, and only then is the next one opened', () => {
    const { walk } = begun();
    const predicting = go(walk, 'n');
    expect(saidBy(predicting.effects)).toEqual(['predict']);
    const running = go(predicting.walk, '1');
    expect(running.effects.map((effect) => effect.do)).toEqual(['say', 'say', 'run']);
    const judged = go(running.walk, ran(running.walk, '01-leader-dies-after-ok'));
    expect(saidBy(judged.effects)).toEqual(['verdict']);
    expect(factsOf(judged.effects).map((fact) => fact.kind)).toEqual(['prediction', 'experiment']);
    const asked = go(judged.walk, 'n', 'n');
    expect(saidBy(asked.effects)).toEqual(['prose', 'ask']);
    const answered = go(asked.walk, '1', 's');
    expect(saidBy(answered.effects)).toEqual(['answered']);
    const next = go(answered.walk, 'n');
    expect(saidBy(next.effects)).toEqual(['step', 'prose']);
    expect(factsOf(next.effects)).toEqual([{ kind: 'step.read', lesson: '07-acks', step: 1 }]);
  });

  it('says what was predicted beside what was measured', () => {
    const running = go(begun().walk, 'n', '1');
    const { effects } = go(running.walk, ran(running.walk, '01-leader-dies-after-ok'));
    expect(factsOf(effects)[0]).toEqual({
      kind: 'prediction',
      lesson: '07-acks',
      experiment: '01-leader-dies-after-ok',
      said: 'all twenty',
      measured: 'ten',
      outcome: 'wrong',
      belief: 'W55',
    });
  });

  it('logs a prediction once, however often its experiment is run', () => {
    const running = go(begun().walk, 'n', '2');
    const once = go(running.walk, ran(running.walk, '01-leader-dies-after-ok'), 'r');
    const twice = go(once.walk, ran(once.walk, '01-leader-dies-after-ok'));
    expect(factsOf(twice.effects).map((fact) => fact.kind)).toEqual(['experiment']);
  });

  it('writes every fact before it says what follows from it', () => {
    fc.assert(
      fc.property(anyWalk, ({ effects }) => {
        const order = effects.map((effect) =>
          effect.do === 'say' ? effect.said.say : effect.do === 'append' ? effect.facts.at(-1)?.kind : '',
        );
        for (const [i, each] of order.entries()) {
          if (each === 'finished')
            expect(['lesson.finished', 'step.read', undefined, 'answered']).toContain(order[i - 1] ?? undefined);
          if (each === 'answer') expect(order[i + 1]).toBe('answered');
          if (each === 'experiment') expect(order[i + 1]).toBe('verdict');
        }
      }),
    );
  });

  it('forgets what a cancelled run still tells', () => {
    const running = go(begun().walk, 'n', '1');
    const late = ran(running.walk, '01-leader-dies-after-ok');
    const cancelled = go(running.walk, 'c');
    expect(cancelled.effects[0]).toEqual({ do: 'cancel', run: 1 });
    expect(step(cancelled.walk, late)).toEqual({ walk: cancelled.walk, effects: [] });
    const again = go(cancelled.walk, '2');
    expect(step(again.walk, late).walk).toBe(again.walk);
  });
});

describe('questions', () => {
  it('that were wrong or guessed come once more behind the last one, and not a third time', () => {
    const quiz = begun([], 'quiz').walk;
    const first = quiz.stops.length;
    const wrong = go(quiz, '1', 's').walk.answers['07.q1']?.right ? '2' : '1';
    const missed = go(quiz, wrong, 's');
    expect(missed.walk.stops.length).toBe(first + 1);
    const rest = go(missed.walk, 'n', 's', 'n', 's', 'n', 's', 'n', 's', 'n', 'escape', 'n');
    expect(rest.walk.now).toEqual({ at: 'asking', typed: '' });
    const again = go(rest.walk, wrong, 's');
    expect(again.walk.stops.length).toBe(first + 1);
    expect(go(again.walk, 'n').walk.now.at).toBe('finished');
  });

  it('take several numbers, an order, pairs, a number, a word', () => {
    const quiz = begun([], 'quiz').walk;
    const at = (n: number) => go(quiz, ...Array.from({ length: n }, () => ['s', 'n']).flat()).walk;
    const several = go(at(1), '1', '3', '1', '2');
    expect(several.walk.now).toEqual({ at: 'asking', typed: '23' });
    expect(pressed(at(1), 'return')).toBeNull();
    expect(go(at(2), '1', '0', 'return').walk.now).toEqual({ at: 'sure', answer: { kind: 'number', value: 10 } });
    expect(pressed(go(at(3), '1').walk, '1')).toBeNull();
    expect(go(at(3), '1', '3', '2', 'return').walk.now.at).toBe('sure');
    expect(go(at(4), '2', '1', 'return').walk.now.at).toBe('sure');
    expect(go(at(5), ...'offset', 'return', 's').walk.answers['07.q6']).toMatchObject({ right: true, sure: true });
  });
});

describe('a text that is higher than the window', () => {
  const words = (markdown: string) => [markdown.slice(0, 9), markdown.slice(9, 12), markdown.slice(12)];
  const proseOf = (effects: readonly Effect[]) =>
    effects.flatMap((effect) => (effect.do === 'say' && effect.said.say === 'prose' ? [effect.said.markdown] : []));
  const open = (at: { readonly step: number } | null) =>
    beginLesson({ lesson: aLesson, seed: 7, today: '2026-11-21', past: [], at, counts: true, split: words });
  const [first = '', second = ''] = aLesson.steps.map(({ blocks }) => (blocks[0]?.kind === 'prose' ? blocks[0].markdown : ''));

  it('is read in its parts, and read back in the same parts', () => {
    const { walk, effects } = open(null);
    const on = go(walk, 'n', 'n');
    expect([...proseOf(effects), ...proseOf(on.effects)]).toEqual(words(first));
    expect(proseOf(go(on.walk, 'b', 'b').effects)).toEqual(words(first).slice(0, 2).reverse());
  });

  it('that nobody has come to is cut when somebody comes to it from behind, at its last part', () => {
    const { walk, effects } = open({ step: 2 });
    expect(proseOf(effects)).toEqual(words(second).slice(0, 1));
    const before = walk.stops.slice(0, walk.at);
    const steps = before.filter((stop) => stop.kind === 'reading').length;
    const back = go(walk, ...Array<string>(before.length - before.findLastIndex(({ kind }) => kind === 'reading')).fill('b'));
    expect(proseOf(back.effects)).toHaveLength(1);
    expect(back.walk.stops.filter((stop) => stop.kind === 'reading' && stop.step === 1)).toHaveLength(steps + 2);
    expect(back.walk.stops[back.walk.at]).toMatchObject({ markdown: proseOf(back.effects)[0], cut: true });
    expect(back.walk.stops[back.walk.at + 1]?.kind).not.toBe('reading');
  });
});

describe('resuming', () => {
  const past = (...facts: readonly Fact[]) => facts.map((fact) => ({ fact, day: '2026-11-20' }));
  const lesson = '07-acks';
  const predicted: Fact = {
    kind: 'prediction',
    lesson,
    experiment: '01-leader-dies-after-ok',
    said: 'ten',
    measured: 'ten',
    outcome: 'right',
    belief: null,
  };

  const ran: Fact = {
    kind: 'experiment',
    lesson,
    experiment: predicted.experiment,
    claim: 'acknowledged-survives',
    verdict: 'proved',
    because: null,
    observed: {},
    kafka: '4.3.1',
    driver: 'jvm',
    ms: 1,
  };

  it('begins behind the last experiment that has its answer', () => {
    expect(saidBy(begun(past(predicted, ran)).effects)).toEqual(['opened', 'step', 'prose']);
    expect(begun(past(predicted, ran)).walk.at).toBe(2);
  });

  it('of a prediction whose run is not in the log, nothing was seen: it is asked again', () => {
    expect(begun(past(predicted)).walk.at).toBe(0);
  });

  it('asks again what was skipped', () => {
    expect(begun(past({ ...predicted, outcome: 'skipped' }, ran)).walk.at).toBe(0);
  });

  it('begins at the step behind the one read last', () => {
    const { walk } = begun(past({ kind: 'step.read', lesson, step: 1 }));
    expect(walk.stops[walk.at]).toMatchObject({ kind: 'reading', step: 2 });
  });

  it('when only the end is missing, it is written; after that the lesson begins anew', () => {
    const steps: readonly Fact[] = [1, 2].map((step) => ({ kind: 'step.read', lesson, step }));
    const answers: readonly Fact[] = ['q2', 'q3', 'q4', 'q5', 'q6'].map((question) => ({
      kind: 'answer',
      lesson,
      question,
      outcome: 'right',
      sure: true,
      beliefs: [],
    }));
    const exercise: Fact = { kind: 'exercise', lesson, outcome: 'passed', task: null, mistake: null };
    const done = past(...steps, ...answers, exercise);
    expect(isUnclosed(aLesson, done)).toBe(true);
    expect(isUnclosed(aLesson, done.slice(0, -1))).toBe(false);
    const end = begun(done);
    expect([end.walk.now.at, factsOf(end.effects).at(-1)?.kind]).toEqual(['finished', 'lesson.finished']);
    const closed = [...done, ...past({ kind: 'lesson.finished', lesson })];
    expect(isUnclosed(aLesson, closed)).toBe(false);
    expect(begun(closed).walk.at).toBe(0);
  });

  it('a reset goes back to its step', () => {
    const facts = past(
      { kind: 'step.read', lesson, step: 1 },
      { kind: 'step.read', lesson, step: 2 },
      { kind: 'lesson.reset', lesson, step: 2 },
    );
    const { walk } = begun(facts);
    expect(walk.stops[walk.at]).toMatchObject({ kind: 'reading', step: 2 });
  });

  it('after any walk leads to the same step, with nothing said to be done that is not in the log', () => {
    fc.assert(
      fc.property(anyWalk, ({ walk, effects }) => {
        if (walk.kind === 'quiz') return;
        const resumed = begun(past(...factsOf(effects))).walk;
        const read = factsOf(effects).flatMap((fact) => (fact.kind === 'step.read' ? [fact.step] : []));
        const last = read.at(-1) ?? 0;
        const at = resumed.stops[resumed.at];
        const finished = factsOf(effects).some((fact) => fact.kind === 'lesson.finished');
        if (!finished && last < 2) expect(at?.step === null || (at?.step ?? 0) >= last).toBe(true);
      }),
    );
  });
});
