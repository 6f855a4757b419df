import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseTrace } from '@proving/spec';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executable, useBrowser, visit } from './browser.ts';

const trace = (arm: string) =>
  fileURLToPath(new URL(`../../lessons/07-acks-and-durability/traces/01-leader-dies-after-ok.${arm}.jsonl`, import.meta.url));

/** What the recorded runs measured, as the film says it at its end. */
const measured = ['treatment', 'control'].map((arm) => {
  const end = parseTrace(readFileSync(trace(arm), 'utf8')).events.findLast(({ type }) => type === 'observation');
  const { acknowledged, lost } = (end as unknown as { observed: { acknowledged: number; lost: number } }).observed;
  return `promised ${acknowledged} of these lost ${lost}`;
});

const sums = async (page: Page) =>
  (await page.locator('.film dl:visible').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '));

describe.skipIf(executable === null)('the home page', () => {
  useBrowser();

  it('plays the recorded run by itself, once, to what was measured', async () => {
    const { page, context, complaints, scripts } = await visit('/');
    await page.getByRole('button', { name: 'Play again' }).waitFor();
    expect(await sums(page)).toEqual(measured);
    expect(await scripts()).toBeGreaterThan(50_000);
    expect(await scripts()).toBeLessThanOrEqual(180_000);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is played, stopped and moved with the keyboard', async () => {
    const { page, context } = await visit('/', { reducedMotion: 'reduce' });
    await page.getByRole('button', { name: 'Play again' }).press('Enter');
    await page.getByRole('button', { name: 'Pause' }).press('Space');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const scene = page.getByRole('slider', { name: 'Scene' });
    await scene.press('Home');
    expect((await sums(page)).every((text) => text.endsWith('of these lost ?'))).toBe(true);
    await scene.press('ArrowRight');
    expect(await scene.getAttribute('aria-valuetext')).toMatch(/^2 of /);
    await scene.press('End');
    expect(await sums(page)).toEqual(measured);
    await context.close();
  });

  it('shows how it ended where less motion is asked for, and where there is no JavaScript', async () => {
    for (const options of [{ reducedMotion: 'reduce' }, { javaScriptEnabled: false }] as const) {
      const { page, context } = await visit('/', options);
      await page.locator('.film dl:visible', { hasText: 'lost' }).filter({ hasNotText: '?' }).first().waitFor();
      expect(await sums(page)).toEqual(measured);
      await context.close();
    }
  });

  it.each([
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])('shows all of it without a scroll at $width × $height', async (viewport) => {
    const { page, context } = await visit('/', { viewport, reducedMotion: 'reduce' });
    const box = await page.locator('.film').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(viewport.height);
    await context.close();
  });
});
