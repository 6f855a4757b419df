import { describe, expect, it } from 'vitest';
import { understood } from '../../src/aloud/bench.ts';
import { pageText } from '../../src/page/page.ts';
import { paperOf } from '../../src/paper.ts';
import { type Bench, benchKeys, benchStep, startBench } from '../../src/workbench/bench.ts';
import { aLesson } from './lesson.ts';

const begun: Bench = startBench(aLesson, 'start.ts', {}).bench;

describe('an exercise by typed words', () => {
  it('takes each choice by its number, its letter and its word, with or without "show"', () => {
    for (const [i, { show, word, press }] of benchKeys(begun).entries())
      for (const typed of [String(i + 1), show, word, word.replace(/^show /, ''), ` ${word.toUpperCase()} `])
        expect([typed, understood(begun, typed)]).toEqual([typed, Object.values(press)[0]]);
  });

  it('shows the task as markdown when that is asked for', () => {
    const asked = understood(begun, 'show task --raw');
    expect(asked).toEqual({ type: 'show', what: 'task', raw: true });
    const [effect] = benchStep(begun, asked as NonNullable<typeof asked>).effects;
    const text = effect?.do === 'say' ? pageText(effect.said, paperOf({ columns: 80, colour: false, utf8: true })) : '';
    expect(text.replaceAll(/^ {2}/gm, '').trim()).toBe(aLesson.task?.trim());
  });

  it('takes nothing that cannot be done now', () => {
    for (const typed of ['next', 'hint', 'show solution', '0', '99', 'y', '']) expect(understood(begun, typed)).toBeNull();
    expect(understood(benchStep(begun, { type: 'reset' }).bench, 'yes')).toEqual({ type: 'yes' });
  });
});
