import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findLessons, type LoadedLesson, loadLesson } from '@proving/catalog';
import { beforeAll, describe, expect, it } from 'vitest';
import { executable, useBrowser, visit } from './browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = '07-acks-and-durability';
let lesson: LoadedLesson;

const bare = (text: string) => text.replaceAll(/[`*]/g, '').replaceAll(/\s+/g, ' ').trim();

describe.skipIf(executable === null)('a lesson without JavaScript', () => {
  useBrowser();
  beforeAll(async () => {
    const found = (await findLessons(root)).find((each) => each.folder === folder);
    if (!found) throw new Error(`no lesson ${folder}`);
    lesson = await loadLesson(found, { cache: null });
  });

  it('has its theory, its measurements, its questions with all reasons, and a way to every lesson', async () => {
    const { page, context } = await visit(`/lessons/${folder}`, { javaScriptEnabled: false });
    await page.locator('main details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    const text = bare(await page.locator('main').innerText());
    const theory = readFileSync(join(lesson.dir, 'theory.md'), 'utf8');
    const paragraphs = theory.split(/\n\n+/).filter((part) => /^[A-Z]/.test(part) && !part.includes('[['));
    const experiments = Object.values(lesson.manifest.experiments);
    const wanted = [
      ...paragraphs,
      ...experiments.flatMap(({ title, ask }) => [title, ask]),
      ...lesson.quiz.map(({ ask }) => ask),
      ...lesson.quiz.flatMap((question) =>
        'options' in question ? question.options.map(({ because }) => because) : [question.because],
      ),
    ];
    expect(paragraphs.length).toBeGreaterThan(15);
    expect(wanted.filter((words) => !text.includes(bare(words)))).toEqual([]);
    for (const { arms } of experiments) for (const label of Object.values(arms)) expect(text).toContain(label);
    expect(await page.locator('footer a[href^="/lessons/"]').count()).toBeGreaterThanOrEqual(12);
    await context.close();
  });

  it('opens a claim', async () => {
    const { page, context } = await visit(`/lessons/${folder}`, { javaScriptEnabled: false });
    await page.locator('.claim-badge').first().click();
    expect(await page.locator('.claim-card').first().innerText()).toContain(lesson.manifest.claims['acknowledged-survives']);
    await context.close();
  });
});

describe.skipIf(executable === null)('other pages without JavaScript', () => {
  useBrowser();

  it('the tracker says what it would show, and leads to every lesson', async () => {
    const { page, context } = await visit('/tracker', { javaScriptEnabled: false });
    const lessons = await findLessons(root);
    const rows = page.locator('main .tracker-lesson a');
    expect(await rows.evaluateAll((all) => all.map((each) => each.getAttribute('href')))).toEqual(
      lessons.map(({ folder }) => `/lessons/${folder}`),
    );
    const text = await page.locator('main').innerText();
    expect(text).toContain('pnpm progress');
    // The largest text of the first screen: what comes with the log is not waited for.
    expect(text).toContain('It goes nowhere else');
    expect(text).not.toMatch(/Reading your log|not begun|0 of/);
    await context.close();
  });

  it('the playground of schema changes shows what the registry said', async () => {
    const { page, context } = await visit('/playgrounds/evolution', { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('Its controls need JavaScript');
    expect(await page.locator('main table tbody tr').count()).toBeGreaterThan(5);
    await context.close();
  });
});
