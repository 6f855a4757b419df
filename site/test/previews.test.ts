import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardSvg, linesOf } from '../plugins/preview/card.ts';

const words = fc.array(fc.stringMatching(/^[a-zA-Z?,."]{1,12}$/), { minLength: 1, maxLength: 12 });

test('a title keeps its words and their order, in lines that are not too long', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (all, most) => {
      const lines = linesOf(all.join(' '), most);
      expect(lines.join(' ')).toBe(all.join(' '));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(most);
    }),
  );
});

test('lines are of about the same length', () => {
  expect(linesOf('How do I keep up, and how do I know?', 29)).toEqual(['How do I keep up,', 'and how do I know?']);
});

test('what is written is not taken for markup', () => {
  const svg = cardSvg({ over: 'a', title: 'lag < 5 & rising', under: 'b', drawing: '' });
  expect(svg).toContain('lag &lt; 5 &amp; rising');
});
