import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { figures, lensesFor } from '../../src/replay/lenses.tsx';
import { load } from '../../src/replay/load.ts';

const lessons = join(import.meta.dirname, '../../../lessons');
const traces = readdirSync(lessons).flatMap((lesson) => {
  const folder = join(lessons, lesson, 'traces');
  return existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
});
const fileOf = (path: string) => new File([readFileSync(path)], path);

it.each(traces)('%s is drawn at its begin, in between, and at its end in a narrow column', async (path) => {
  const run = await load({ id: 'a', label: '', trace: fileOf(path) });
  const { events } = run.reel;
  expect(run.observed).toBeDefined();
  for (const lens of lensesFor([run]))
    for (const [n, width] of [
      [0, 700],
      [Math.floor(events.length / 2), 700],
      [events.length, 310],
    ] as const) {
      const drawn = { now: run.reel.at(n), end: run.end, all: [run.end], t: events[n - 1]?.t ?? 0, until: run.until, width };
      const svg = renderToStaticMarkup(figures[lens](drawn));
      // A number that is none, or a size below nothing, is drawn as nothing at all by a browser, without a word.
      expect(svg).not.toMatch(/NaN|undefined|Infinity|(?:width|height|r)="-|h-[^"z]*h/);
      expect(svg).toMatch(/<text/);
    }
});

it.each([
  ['milk\neggs\n', 'list.txt is not a trace: its first line does not name the format.'],
  ['', 'list.txt is not a trace: its first line does not name the format.'],
  ['{"format":2}\n', 'Line 1 of list.txt is not what a trace holds. It cannot be replayed; was it cut off or edited?'],
])('what is no trace is told as such: %j', async (text, says) => {
  await expect(load({ id: 'a', label: '', trace: new File([text], 'list.txt') })).rejects.toThrow(says);
});

it('a trace that was cut off is told by its line', async () => {
  const whole = readFileSync(traces[0] as string, 'utf8');
  const torn = new File([whole.split('\n').slice(0, 3).join('\n').slice(0, -20)], 'mine.jsonl');
  await expect(load({ id: 'a', label: '', trace: torn })).rejects.toThrow(
    'Line 3 of mine.jsonl is not JSON. It cannot be replayed; was it cut off or edited?',
  );
});
