import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpClass } from '../src/instructors/made-up/made-up-class.ts';
import { executable, useBrowser, visit } from './browser.ts';
import { cohortOfCourse, lessonsHere, root } from './instructors/course-data.ts';

const address = '/instructors/cohort';
const folder = mkdtempSync(join(tmpdir(), 'proving-cohort-'));
let paths: readonly string[] = [];

/** Lets files fall on the page, as a hand with a mouse does. */
async function drop(page: Page, names: readonly string[]): Promise<void> {
  const files = names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, text } of all) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}

describe.skipIf(executable === null)('the cohort page', () => {
  useBrowser();
  beforeAll(async () => {
    const files = madeUpClass(await cohortOfCourse(), { learners: 200, now: new Date(), course: '0.1.0' });
    for (const { name, text } of files) writeFileSync(join(folder, name), await text());
    paths = files.map(({ name }) => join(folder, name));
    writeFileSync(join(folder, 'shopping.txt'), 'bread\nbutter\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes dropped files, names the one that is no progress file, and keeps and sends nothing', async () => {
    const { page, context, complaints, strangers } = await visit(address);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await drop(page, ['learner-1.jsonl', 'shopping.txt', 'learner-2.jsonl']);
    await page.getByText('2 learners in 2 files').waitFor();
    expect(await page.getByLabel('Files that need a look').innerText()).toMatch(/^shopping\.txt is no progress file/);
    await drop(page, ['learner-3.jsonl']);
    await page.getByText('3 learners in 3 files').waitFor();
    expect({ asked: asked.filter((url) => !url.endsWith('.js')), complaints, strangers }).toEqual({
      asked: [],
      complaints: [],
      strangers: [],
    });
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('proving')))).toEqual([]);
    await page.reload();
    expect(await page.getByRole('grid').count()).toBe(0);
    await context.close();
  });

  it('is walked with the keyboard', async () => {
    const { page, context } = await visit(address);
    await page.locator('input[type=file]').setInputFiles(paths.slice(0, 5));
    await page.getByRole('grid').waitFor();
    await page.getByRole('radio', { name: 'longest silent' }).focus();
    await page.keyboard.press('Tab');
    for (const key of ['Control+End', 'ArrowUp', 'Home', 'ArrowRight']) await page.keyboard.press(key);
    const here = await page.evaluate(() => {
      const { parentElement: row, ariaLabel } = document.activeElement as HTMLElement;
      return {
        says: ariaLabel,
        learner: row?.querySelector('th')?.textContent,
        nth: row?.parentElement && [...row.parentElement.children].indexOf(row),
      };
    });
    expect(here).toMatchObject({ learner: 'learner 4', nth: 3 });
    expect(await page.locator('.matrix-here').innerText()).toBe(`learner 4, 02 Topics and partitions: ${here.says}`);
    await context.close();
  });

  it('reads two hundred logs within five seconds, and its tables are those of the terminal', async () => {
    const { page, context } = await visit(address);
    // Counted is what the page itself takes: a machine that is busy with other tests makes everybody wait.
    const devtools = await context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => {
      const { metrics } = await devtools.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    };
    const before = await busy();
    await page.locator('input[type=file]').setInputFiles([...paths]);
    await page.getByText('200 learners in 200 files').waitFor();
    const seconds = (await busy()) - before;
    expect(seconds).toBeGreaterThan(0.05);
    expect(seconds).toBeLessThan(5);
    const to = join(folder, 'tables');
    execFileSync(process.execPath, [join(root, 'packages/terminal/bin/cohort.js'), 'import', ...paths, '--to', to]);
    for (const name of ['lessons.csv', 'learners.csv', 'missed.csv']) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      expect(readFileSync(await (await download).path(), 'utf8')).toBe(readFileSync(join(to, name), 'utf8'));
    }
    await context.close();
  });

  it.each(['light', 'dark'] as const)('keeps nobody out, %s', async (colorScheme) => {
    const { page, context } = await visit(address, { colorScheme });
    await page.getByRole('button', { name: 'Show a made-up example' }).click();
    await page.getByText('Made-up example.').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual([]);
    await context.close();
  });

  it('fits a phone with a class on it', async () => {
    const { page, context } = await visit(address, { viewport: { width: 390, height: 844 } });
    await page.getByRole('button', { name: 'Show a made-up example' }).click();
    await page.getByRole('grid').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await context.close();
  });

  it('is one of the pages for instructors, which the bar above and the foot below lead to', async () => {
    const { page, context } = await visit(address);
    for (const place of ['nav.top', 'footer.bottom'])
      expect(await page.locator(`${place} a[href="/instructors"]`).first().isVisible()).toBe(true);
    await page.getByRole('navigation', { name: 'For instructors' }).getByText('Course plans').click();
    await page.getByRole('heading', { name: 'A workshop of two days' }).waitFor();
    await context.close();
  });

  it('says without JavaScript where the same is had', async () => {
    const { page, context } = await visit(address, { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    expect(text).toContain('pnpm cohort import *.jsonl --to tables');
    expect(text).not.toContain('Choose files');
    await context.close();
  });
});

describe.skipIf(executable === null)('the plans and the misconceptions', () => {
  useBrowser();

  it('are whole without JavaScript', async () => {
    const { page, context } = await visit('/instructors', { javaScriptEnabled: false });
    const plans = await page.locator('main').innerText();
    for (const { manifest } of await lessonsHere()) expect(plans).toContain(manifest.title);
    await page.goto('/instructors/misconceptions');
    const wrong = await page.locator('main').textContent();
    for (const { manifest } of await lessonsHere()) for (const id of manifest.refutes) expect(wrong).toContain(id);
    expect(await page.locator('.wrong-shown code').first().innerText()).toMatch(/^pnpm lesson \d\d\.\d+$/);
    await context.close();
  });
});
