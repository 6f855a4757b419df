import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHighlighter, type ThemeRegistrationResolved } from 'shiki';
import { expect, it } from 'vitest';
import { highlighted } from '../plugins/highlight.ts';
import { oneTheme } from '../plugins/one-theme.ts';

const themes = { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' };
const files = globSync(join(import.meta.dirname, '../../lessons/07-*/{experiments,exercise}/*.ts'));

/** Every letter with its two colours. */
const letters = (html: string) =>
  [...html.matchAll(/<span(?: style="([^"]*)")?>([^<]*)/g)].flatMap(([, style = '', text = '']) => {
    const colours = /--shiki-light:(#\w+);--shiki-dark:(#\w+)/.exec(style)?.slice(1).join(' ').toLowerCase();
    return [...text.replaceAll(/\s/g, '')].map((letter) => `${letter} ${colours}`);
  });

it('colours code in one reading as shiki does in two', async () => {
  const shiki = await createHighlighter({ langs: ['typescript'], themes: Object.values(themes) });
  expect(files.length).toBeGreaterThan(5);
  for (const code of files.map((file) => readFileSync(file, 'utf8'))) {
    const twice = shiki.codeToHtml(code, { lang: 'typescript', themes, defaultColor: false, tokenizeTimeLimit: 0 });
    expect(letters(await highlighted(code, 'ts'))).toEqual(letters(twice));
  }
});

it('refuses two themes that differ in more than their palettes', () => {
  const theme = (name: string, fontStyle: string): ThemeRegistrationResolved => ({
    ...{ name, type: 'light', fg: '#111', bg: '#fff' },
    settings: [{ scope: ['comment'], settings: { foreground: '#999', fontStyle } }],
  });
  expect(() => oneTheme(theme('day', 'italic'), theme('night', ''))).toThrow('day and night differ in more than their colours');
});
