import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { footerLines, liveLines } from '../../src/page/live.ts';
import { pageText } from '../../src/page/page.ts';
import { widthOf } from '../../src/text.ts';
import { colours, themeOf } from '../../src/theme.ts';
import type { Said } from '../../src/walk/said.ts';
import { aLesson } from './lesson.ts';
import { anyWalk } from './walking.ts';
import { paper } from './watched.ts';

const saidOf = (effects: readonly { readonly do: string }[]): readonly Said[] =>
  effects.flatMap((effect) => (effect.do === 'say' ? [(effect as unknown as { said: Said }).said] : []));

describe('pages', () => {
  it('of any walk stay inside 72 columns, or inside a narrower window', () => {
    fc.assert(
      fc.property(anyWalk, fc.integer({ min: 40, max: 120 }), ({ effects }, columns) => {
        for (const said of saidOf(effects)) {
          for (const line of pageText(said, paper(columns)).split('\n'))
            expect(widthOf(line)).toBeLessThanOrEqual(Math.min(columns, 72));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('say the same without colour and in ASCII', () => {
    fc.assert(
      fc.property(anyWalk, ({ effects }) => {
        for (const said of saidOf(effects)) {
          const plain = pageText(said, paper(80));
          expect(stripVTControlCharacters(pageText(said, paper(80, { colour: true })))).toBe(plain);
          const ascii = pageText(said, paper(80, { utf8: false }));
          expect(ascii).toMatch(/^[\n\x20-\x7e]*$/);
          expect(words(ascii).length).toBeGreaterThanOrEqual(words(plain).length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('name a lesson in any script without breaking their alignment', () => {
    const titles = ['注文が消える：確認応答とは何か、そして何ではないか', 'x'.repeat(120), 'Ünïcödé „Bestätigung“'];
    for (const title of titles)
      for (const columns of [50, 72, 80, 120]) {
        const lesson = { ...aLesson, manifest: { ...aLesson.manifest, title } };
        const said: readonly Said[] = [
          { say: 'opened', lesson, where: 'first' },
          { say: 'step', lesson, number: 1, of: 2, title },
          { say: 'task', lesson, file: 'start.ts' },
        ];
        for (const each of said)
          for (const line of pageText(each, paper(columns)).split('\n'))
            expect(widthOf(line)).toBeLessThanOrEqual(Math.min(columns, 72));
      }
  });
});

describe('the lines below', () => {
  it('are never higher or wider than the window', () => {
    fc.assert(
      fc.property(anyWalk, fc.integer({ min: 50, max: 140 }), fc.integer({ min: 4, max: 50 }), ({ walk }, columns, rows) => {
        const lines = liveLines(walk, rows, paper(columns));
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('the footer names every key and the address, at 50, 60, 80 and 120 columns', () => {
    const all = [
      { show: 'n', does: 'next', word: 'next' },
      { show: 'r', does: 'run again', word: 'run' },
      { show: 't', does: 'trace', word: 'trace' },
      { show: 'e', does: 'open the experiment', word: 'open' },
      { show: 'q', does: 'quit', word: 'quit' },
    ];
    expect([50, 60, 80, 120].map((columns) => footerLines(all, '07.2', paper(columns)))).toEqual([
      ['n next   r run again   t trace', 'e open the experiment   q quit            07.2'],
      ['n next   r run again   t trace   e open the experiment', 'q quit                                              07.2'],
      [
        'n next   r run again   t trace   e open the experiment   q quit',
        '                                                                07.2',
      ],
      [
        'n next   r run again   t trace   e open the experiment   q quit',
        '                                                                07.2',
      ],
    ]);
  });
});

describe('colours', () => {
  // As xterm draws the sixteen names; contrast by WCAG 2.2.
  const drawn: Readonly<Record<string, readonly [number, number, number]>> = { magenta: [205, 0, 205], red: [205, 0, 0] };

  it.each(Object.values(colours))('%s can be told from black and from white: marks and bars need 3 to 1', (name) => {
    const [r, g, b] = drawn[name] ?? [0, 0, 0];
    const light = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    expect((light + 0.05) / 0.05).toBeGreaterThanOrEqual(3);
    expect(1.05 / (light + 0.05)).toBeGreaterThanOrEqual(3);
  });

  it('are two named ones, over bold and italic; sentences keep the foreground', () => {
    const theme = themeOf(true);
    expect([theme.accent('x'), theme.bad('x'), theme.strong('x'), theme.slant('x')]).toEqual([
      '\u001b[35mx\u001b[39m',
      '\u001b[31mx\u001b[39m',
      '\u001b[1mx\u001b[22m',
      '\u001b[3mx\u001b[23m',
    ]);
    const prose = pageText({ say: 'prose', markdown: 'A sentence with `code` in it.' }, paper(80, { colour: true }));
    expect(prose).toBe('\n  A sentence with code in it.\n');
  });
});

const words = (text: string) => text.split(/\s+/).filter(Boolean);
const linear = (channel: number) => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
