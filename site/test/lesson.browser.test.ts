import { describe, expect, it } from 'vitest';
import { executable, useBrowser, visit } from './browser.ts';

const lesson = '/lessons/07-acks-and-durability';

describe.skipIf(executable === null)('a lesson', () => {
  useBrowser();

  it('loads at most 180 kB of compressed JavaScript', async () => {
    const { context, scripts } = await visit(lesson);
    const bytes = await scripts();
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(180_000);
    await context.close();
  });

  it('is answered with the keyboard, with a reason for every option, and the answer is kept', async () => {
    const { page, context } = await visit(lesson);
    const question = page.locator('#q1');
    await question.locator('input').first().focus();
    const right = await question
      .locator('label')
      .evaluateAll((all) => all.findIndex((each) => each.textContent?.startsWith('The leader has order 17')));
    await page.keyboard.press('Space');
    for (let i = 0; i < right; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await question.getByText('✓ right', { exact: true }).waitFor();
    expect(await question.locator('.because:visible').count()).toBe(4);
    await page.goto('/tracker');
    await page.getByText('1 of 1 answers right').waitFor();
    await context.close();
  });

  it('plays a recorded run after a prediction, with the keyboard', async () => {
    const { page, context, complaints } = await visit(lesson);
    const run = page.locator('.run').first();
    await run.locator('input[type=radio]').first().focus();
    await page.keyboard.press('Space');
    await run.getByRole('button', { name: 'Watch what happened' }).focus();
    await page.keyboard.press('Enter');
    await run.getByText('The run in words').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is found by a word of it, with nothing but what was shipped', async () => {
    const { page, context, strangers } = await visit('/');
    await page.getByRole('searchbox').or(page.locator('.navbar__search-input')).first().fill('watermark');
    const hit = page.locator('a[href*="/lessons/07-acks-and-durability"], [class*="suggestion"]').filter({ hasText: /watermark/i });
    await hit.first().waitFor();
    expect(strangers).toEqual([]);
    await context.close();
  });

  it('is in the index of the search, as the notes, the interview cards and the playgrounds are', async () => {
    const { page, context } = await visit(lesson);
    const indexed = await page.evaluate(async () => {
      const parts = (await (await fetch('/search-index.json')).json()) as { documents: { u: string }[] }[];
      return parts.flatMap(({ documents }) => documents.map(({ u }) => u));
    });
    for (const path of [lesson, '/notes/glossary', '/interview', '/playgrounds/evolution']) expect(indexed).toContain(path);
    expect(indexed.filter((path) => path.startsWith('/claims') || path.startsWith('/instructors'))).toEqual([]);
    await context.close();
  });
});
