import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { executable, useBrowser, visit } from './browser.ts';

const pages = ['/', '/lessons/07-acks-and-durability', '/tracker', '/notes/glossary'];

/**
 * What makes a page slow on any machine is looked at, and not a clock, which says more about the machine. A lesson makes every page
 * about 0.5 kB heavier, since each knows the addresses of all.
 */
describe.skipIf(executable === null)('a page', () => {
  useBrowser();

  describe.each(pages)('%s', (path) => {
    it('weighs at most 320 kB with its letters, and waits for one stylesheet before it is shown', async () => {
      const { page, context } = await visit(path);
      const { bytes, blocking } = await page.evaluate(() => {
        const all = performance.getEntriesByType('resource') as (PerformanceResourceTiming & { renderBlockingStatus: string })[];
        const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return {
          bytes: all.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, document?.encodedBodySize ?? 0),
          blocking: all.filter((each) => each.renderBlockingStatus === 'blocking').map(({ name }) => name.replace(/.*\./, '')),
        };
      });
      expect(bytes).toBeGreaterThan(100_000);
      expect(bytes).toBeLessThanOrEqual(320_000);
      expect(blocking).toEqual(['css']);
      await context.close();
    });

    it.each([1440, 390])('does not move when its letters come late, %i px wide', async (width) => {
      const { page, context } = await visit('/cards', { viewport: { width, height: 844 }, reducedMotion: 'reduce' });
      const release = await holdFonts(page);
      await page.goto(path, { waitUntil: 'domcontentloaded' });
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
      release();
      expect(await page.evaluate(async () => (await document.fonts.ready).size)).toBeGreaterThan(0);
      await page.locator('html[data-has-hydrated=true]').waitFor();
      if (path === '/tracker') await page.getByRole('heading', { name: 'Where this comes from' }).waitFor();
      // What Lighthouse calls good: a title may break in another place.
      expect(await shifted(page)).toBeLessThanOrEqual(0.1);
      await context.close();
    });
  });
});

/** Keeps every font back until it is told to let them go. */
async function holdFonts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/*.woff2', async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

/** How far what was in sight has moved since the page began, as Chromium counts it: 0.1 is a tenth of the screen by a tenth. */
const shifted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const observer = new PerformanceObserver((list) => {
          observer.disconnect();
          resolve(list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0));
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // Where nothing has moved the observer is never called.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
      }),
  );
