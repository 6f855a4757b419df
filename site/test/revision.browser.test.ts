import { describe, expect, it } from 'vitest';
import { executable, useBrowser, visit } from './browser.ts';

const margin = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' };

describe.skipIf(executable === null)('what is revised from, on paper and without JavaScript', () => {
  useBrowser();

  it.each(['A4', 'Letter'])('a revision card is one page of %s', async (format) => {
    const { page, context } = await visit('/cards');
    const cards = await page.locator('.card-page').count();
    expect(pagesIn(await page.pdf({ format, margin }))).toBe(cards);
    await context.close();
  });

  it('the answers of the interview cards are open, and closed again afterwards', async () => {
    const { page, context } = await visit('/interview');
    const open = () => page.locator('details[open]').count();
    const all = await page.locator('details').count();
    expect([all > 40, await open()]).toEqual([true, 0]);
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await open()).toBe(all);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await open()).toBe(0);
    await context.close();
  });

  it('an interview card opens without JavaScript', async () => {
    const { page, context } = await visit('/interview', { javaScriptEnabled: false });
    const card = page.locator('#S002-46');
    await card.locator('summary').click();
    expect(await card.innerText()).toContain('each partition has exactly one owner');
    await context.close();
  });
});

const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
