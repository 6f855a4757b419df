import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { executable, useBrowser, visit } from './browser.ts';

const kinds = [
  '/',
  '/lessons/07-acks-and-durability',
  '/lessons/14-schema-evolution',
  '/lessons/19-time-and-windows',
  '/lessons/20-joins',
  '/claims',
  '/claims/07-acks-and-durability',
  '/cards',
  '/tracker',
  '/instructors',
  '/instructors/misconceptions',
  '/instructors/shared-cluster',
  '/instructors/cohort',
  '/playgrounds/partitioner',
  '/playgrounds/durability',
  '/playgrounds/windows',
  '/playgrounds/evolution',
  '/notes/glossary',
  '/notes/stale-beliefs',
  '/notes/errors',
  '/interview',
];

describe.skipIf(executable === null)('every kind of page', () => {
  useBrowser();

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    it.each(kinds)('%s asks nobody else, complains of nothing, keeps nobody out', async (path) => {
      const { page, context, complaints, strangers } = await visit(path, { colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect({
        complaints,
        strangers,
        serious: serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
      }).toEqual({ complaints: [], strangers: [], serious: [] });
      await context.close();
    });
  });

  it.each(kinds)('%s fits a phone', async (path) => {
    const { page, context } = await visit(path, { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await context.close();
  });

  it('says which lesson was meant where there is no page', async () => {
    const { page, context } = await visit('/7');
    expect(await page.locator('main').innerText()).toContain('Did you mean lesson 07');
    await context.close();
  });
});
