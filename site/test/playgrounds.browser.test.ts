import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../src/playgrounds/durability/outcome.ts';
import { answers, fates } from '../src/playgrounds/durability/words.ts';
import { movesOf } from '../src/playgrounds/partitioner/growth.ts';
import { partitioners } from '../src/playgrounds/partitioner/partitioners.ts';
import { executable, useBrowser, visit } from './browser.ts';

const patience = { timeout: 30_000 };
const shows = (what: Locator) => expect.poll(() => what.innerText(), patience);

/** Moves the focus with Tab until it is on what is called so; fails where a walk through the whole page does not come by. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const { activeElement: on } = document;
      return on?.getAttribute('aria-label') ?? (on as HTMLInputElement)?.labels?.[0]?.innerText ?? on?.textContent ?? '';
    });
    if (name.test(at.trim())) return;
  }
  throw new Error(`Tab does not come to ${name}`);
}

describe.skipIf(executable === null)('the playground', () => {
  useBrowser();

  it('partitioner places the keys that are typed, grows the topic and says which keys move', async () => {
    const { page, context, complaints } = await visit('/playgrounds/partitioner');
    const keys = ['ada', 'bob', 'zoë', 'order 4711'];
    await page.getByLabel('Keys: a line for each record').fill([...keys, 'ada'].join('\n'));
    await shows(page.locator('.pg-count')).toBe('5 records, 4 keys');
    await tabTo(page, /^Java, kafkajs 2$/);
    for (const partitioner of partitioners) {
      const moved = movesOf(keys, partitioner, 3, 4).filter(({ from, to }) => from !== to);
      expect(await page.getByRole('radio', { name: partitioner.title, exact: true }).isChecked()).toBe(true);
      await page.getByRole('button', { name: 'one more: 3 to 4' }).click();
      const words = page.locator('.pg-block', { hasText: 'From 3 to 4 partitions' }).locator('p[aria-live]');
      await shows(words).toMatch(new RegExp(`^${moved.length === 0 ? 'None' : moved.length} of 4 keys`));
      for (const { key, from, to } of moved) expect(await words.innerText()).toContain(`“${key}” from ${from} to ${to}`);
      await page.getByRole('button', { name: 'Not grown' }).click();
      await page.getByRole('heading', { name: 'Grow the topic' }).waitFor();
      await page.getByRole('radio', { name: partitioner.title, exact: true }).focus();
      await page.keyboard.press('ArrowDown');
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('partitioner holds a count within its range and keeps the focus at its end', async () => {
    const { page, context } = await visit('/playgrounds/partitioner');
    const partitions = page.getByRole('spinbutton', { name: 'Partitions', exact: true });
    const less = page.getByRole('button', { name: 'Partitions: one less' });
    await less.focus();
    for (let i = 0; i < 4; i++) await page.keyboard.press('Enter');
    expect(await partitions.inputValue()).toBe('1');
    expect(await less.evaluate((it) => it === document.activeElement)).toBe(true);
    await shows(page.locator('.pg-verdict p').first()).toBe(
      'All go to partition 0, because the topic has one partition. Topics that were made by themselves, on a first send, often have just one.',
    );
    await partitions.fill('99');
    expect(await partitions.inputValue()).toBe('24');
    await page.getByLabel('Keys: a line for each record').fill('');
    await shows(page.locator('.pg-verdict p').first()).toMatch(/^No keys yet\./);
    await context.close();
  });

  it('durability says in every cell what the rule says, and of the chosen one why', async () => {
    const { page, context, complaints } = await visit('/playgrounds/durability');
    for (const silence of ['gone', 'frozen'] as const) {
      await page.getByRole('radio', { name: silence === 'gone' ? /were shut down/ : /are frozen/ }).check();
      for (const minInsync of [1, 2, 3])
        for (const [row, acks] of (['0', '1', 'all'] as const).entries())
          for (const silent of [0, 1, 2]) {
            const situation = { replicas: 3, minInsync, acks, gone: 0, frozen: 0, [silence]: silent };
            const { answer, fate } = outcomeOf(situation);
            const cell = page
              .locator('.pg-grid')
              .nth(minInsync - 1)
              .locator('tbody tr')
              .nth(row)
              .locator('button')
              .nth(silent);
            const said = (await cell.innerText()).split(/\s*\n\s*/).join(' ');
            expect(said).toBe(`${answers[answer].glyph} ${answers[answer].word} ${fates[fate]}`.trim());
          }
    }
    const cell = page.locator('.pg-grid').nth(2).locator('tbody tr').nth(2).locator('button').nth(1);
    await cell.focus();
    await page.keyboard.press('Enter');
    expect(await cell.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.pg-grid button[aria-pressed=true]').count()).toBe(1);
    await page.getByRole('radio', { name: '1', exact: true }).check();
    await expect.poll(() => page.locator('.pg-grid').count(), patience).toBe(1);
    expect(await page.locator('.pg-grid button[aria-pressed=true]').count()).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('storage keeps a whole segment, deletes it when it is closed, and tells a reader what is left', async () => {
    const { page, context, complaints } = await visit('/playgrounds/storage');
    const rows = page.locator('.pg-reads tbody tr');
    const said = page.locator('.pg-said li').first();
    await page.getByRole('radio', { name: 'A segment for each hour' }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => rows.count(), patience).toBe(4);
    await tabTo(page, /^Retention check$/);
    await page.keyboard.press('Enter');
    await said.waitFor();
    const left = await rows.count();
    expect(left).toBeLessThan(4);
    expect(await rows.first().locator('td').first().innerText()).toBe(String(4 - left));
    await page.getByRole('button', { name: 'Send a record' }).click();
    await expect.poll(() => rows.count(), patience).toBe(left + 1);
    expect(await rows.last().locator('td').allInnerTexts()).toEqual(['4', '–', 'order 5']);

    await page.getByRole('radio', { name: 'Only the newest' }).check();
    await expect.poll(() => rows.count(), patience).toBe(10);
    await page.getByRole('button', { name: 'Cleaner' }).click();
    await said.waitFor();
    const keys = await rows.locator('td:nth-child(2)').allInnerTexts();
    const behind = keys.slice(0, -4);
    expect(behind.length).toBe(new Set(behind).size);
    await page.getByLabel('cleanup.policy').selectOption('delete');
    await shows(said).toBe('cleanup.policy is delete now.');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('batches are read field by field with the keyboard, and a flipped bit is told by the checksum', async () => {
    const { page, context, complaints } = await visit('/playgrounds/batches');
    const sum = page.locator('.pg-crc');
    const fields = page.getByRole('list', { name: 'Fields' });
    await shows(sum).toMatch(/^✓ The checksum fits/);
    await fields.getByRole('button').first().focus();
    const names = await fields.locator('button > span:first-child').allInnerTexts();
    for (let i = 1; i < 6; i++) {
      await page.keyboard.press('ArrowDown');
      await shows(page.locator('.pg-explained h2 code')).toBe(names[i]);
    }
    await page.keyboard.press('ArrowUp');
    expect(await fields.locator('button[aria-pressed=true] > span:first-child').innerText()).toBe(names[4]);

    await fields.getByRole('button').last().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Flip a bit of / }).click();
    await shows(sum).toMatch(/^✕ The checksum does not fit/);
    await page.getByRole('button', { name: 'Mend it' }).click();
    await shows(sum).toMatch(/^✓ The checksum fits/);
    await page
      .getByLabel(/file of your own/)
      .setInputFiles({ name: 'list.log', mimeType: 'text/plain', buffer: Buffer.from('milk') });
    await page.getByText('There is no record batch at the beginning of list.log.').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('windows counts what comes out of order, and more grace loses less, with the keyboard', async () => {
    const { page, context, complaints } = await visit('/playgrounds/windows');
    const said = page.locator('.pg p[aria-live]');
    await shows(said).toBe('2 of 11 records are counted nowhere.');
    await tabTo(page, /^Grace: 0 s$/);
    for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight');
    await shows(said).toBe('1 of 11 records is counted nowhere.');
    await page.keyboard.press('ArrowRight');
    await shows(said).toBe('Every record is counted.');
    await page.getByLabel('Records in the order in which they come').fill('a@1 milk a@12');
    await page.getByRole('status').filter({ hasText: 'Not read: milk.' }).waitFor();
    const rows = page.locator('.pg-reads tbody tr');
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringMatching(/^\[0, 10\)\s+a\s+1\s+not yet/),
      expect.stringMatching(/^\[10, 20\)\s+a\s+1\s+not yet/),
    ]);
    await page.getByRole('radio', { name: /hopping/ }).check();
    await expect.poll(() => rows.count(), patience).toBe(4);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
