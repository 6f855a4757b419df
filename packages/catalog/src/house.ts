import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Found, reportInto } from './finding.ts';
import type { LoadedLesson } from './load.ts';
import { parts } from './part.ts';
import { wordsOf } from './words.ts';

/** What the house asks of a lesson beyond that it opens. None of these stops a learner. */
export async function checkHouse(lesson: LoadedLesson): Promise<readonly Found[]> {
  const found: Found[] = [];
  const { manifest } = lesson;
  const inTheory = reportInto(found, 'theory.md');
  const inManifest = reportInto(found, 'lesson.ts');

  const words = wordsOf(lesson);
  if (words < 900 || words > 1500) inTheory('words', null, `has ${words} words`, 'a theory has 900 to 1500');
  for (const [i, step] of lesson.steps.entries())
    if (lesson.steps.findIndex((each) => each.title === step.title) !== i)
      inTheory('same-heading', step.line, `another step is called "${step.title}" too`, 'one idea, one step, one title');

  const wide = manifest.card.drawing.split('\n').findIndex((line) => line.length > 64);
  if (wide !== -1) inManifest('drawing-wide', 'card.drawing', `line ${wide + 1} is wider than 64 columns`, 'make it narrower');
  const remembered = Object.keys(manifest.card.remember).length;
  if (remembered > 4) inManifest('remember-many', 'card.remember', `names ${remembered} things`, 'keep the four that matter most');
  const part = parts.find(({ from, to }) => from <= Number(lesson.number) && Number(lesson.number) <= to);
  if (part && part.number !== manifest.part)
    inManifest(
      'other-part',
      'part',
      `is ${manifest.part}, but lesson ${lesson.number} belongs to part ${part.number}`,
      `part: ${part.number}`,
    );
  for (const [i, before] of manifest.after.entries()) {
    const there = await stat(join(dirname(lesson.dir), before, 'lesson.ts')).catch(() => null);
    if (!there) inManifest('unknown-lesson', `after.${i}`, `there is no lesson "${before}"`, 'name the folder of a lesson');
    else if (before >= lesson.folder)
      inManifest('after-later', `after.${i}`, `"${before}" comes later`, 'name lessons that come before this one');
  }
  return found.map((each) => ({ ...each, broken: false }));
}
