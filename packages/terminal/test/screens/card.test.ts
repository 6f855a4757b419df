import { fileURLToPath } from 'node:url';
import { findLessons, loadLesson } from '@proving/catalog';
import { describe, expect, it } from 'vitest';
import { pageText } from '../../src/page/page.ts';
import { widthOf } from '../../src/text.ts';
import { paper } from './watched.ts';

const lessons = await Promise.all(
  (await findLessons(fileURLToPath(new URL('../../../..', import.meta.url)))).map((folder) => loadLesson(folder)),
);

describe('a revision card', () => {
  it.each(lessons.map((lesson) => [lesson.folder, lesson] as const))('of %s: all of it, in any window', (_, lesson) => {
    const { claims, card } = lesson.manifest;
    const flat = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
    for (const columns of [50, 80, 120]) {
      const text = pageText({ say: 'card', lesson, seen: {} }, paper(columns));
      for (const words of [...Object.values(claims), ...Object.entries(card.remember).flat(), card.interview])
        expect(flat(text)).toContain(flat(words));
      for (const line of text.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns);
      const drawing = card.drawing.replace(/^\n+|\s+$/g, '').split('\n');
      const stands = text.includes(drawing.map((line) => (line === '' ? '' : `  ${line}`)).join('\n'));
      expect(stands).toBe(Math.max(...drawing.map(widthOf)) <= columns - 4);
    }
  });

  it('ticks what was seen proved here, and nothing else', () => {
    const [lesson] = lessons;
    if (!lesson) throw new Error('there is no lesson');
    const [first = '', ...others] = Object.keys(lesson.manifest.claims);
    const text = pageText({ say: 'card', lesson, seen: { [first]: { kafka: '4.3.1', day: '2026-11-21' } } }, paper(80));
    expect(text.match(/✓/g)).toHaveLength(1);
    expect(text.match(/^ {2}· /gm)).toHaveLength(others.length);
    expect(text).toMatch(new RegExp(`✓  ${(lesson.manifest.claims[first] ?? '').slice(0, 20)}`));
  });
});
