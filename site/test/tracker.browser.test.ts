import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { findLessons } from '@proving/catalog';
import { openProgress, readLog } from '@proving/progress';
import { dueAt, schedule } from '@proving/progress/review';
import type { Fact } from '@proving/spec';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { executable, useBrowser, visit } from './browser.ts';
import { openLesson, predict } from './player.ts';

/** Not the lesson whose page other tests answer: the log is of all of them. */
const lesson = '03-keys-and-partitioners';
const question = (outcome: 'right' | 'wrong', name: string): Fact => ({
  kind: 'answer',
  ...{ lesson, question: name, outcome, sure: null, beliefs: outcome === 'wrong' ? ['W3'] : [] },
});

describe.skipIf(executable === null)('the tracker', async () => {
  useBrowser();
  const { length: all } = await findLessons(fileURLToPath(new URL('../..', import.meta.url)));
  let log: ReturnType<typeof openProgress>;
  /** What the page says when so many lessons are finished beside those that the log has already. */
  const finished = async (more: number) => {
    const { entries } = await log.read();
    const before = new Set(entries.flatMap((entry) => (entry.kind === 'lesson.finished' ? [entry.lesson] : [])));
    return `${before.size + more} of ${all} lessons finished`;
  };
  beforeEach(() => {
    log = openProgress({ home: inject('home'), course: '0.0.0' });
  });

  it('shows within two seconds what happened in the terminal', async () => {
    const { page, context, complaints } = await visit('/tracker');
    // The page's own two seconds, however long they take on a busy machine.
    await page.clock.install();
    await page.reload();
    const next = await finished(1);
    await page.getByText(await finished(0)).waitFor();
    await page.clock.pauseAt(Date.now() + 3_600_000);
    await log.append({ kind: 'lesson.opened', lesson: '01-the-log' });
    await log.append({ kind: 'lesson.finished', lesson: '01-the-log' });
    await page.clock.runFor(2_000);
    await page.getByText(next).waitFor();
    await page.getByText('From the log of this machine').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says what is due to be asked again, by the schedule of pnpm review', async () => {
    await log.append(question('wrong', 'q1'));
    await log.append(question('right', 'q2'));
    const { entries } = await log.read();
    const cards = schedule(entries);
    expect(dueAt(cards, entries, new Date()).items).toEqual([]);
    const { page, context } = await visit('/tracker');
    const days = cards.map(({ due }) => due.slice(0, 10)).sort();
    await page.getByText(`Nothing today; the next on ${days[0]}.`).waitFor();
    const later = new Date(Date.parse(days.at(-1) as string) + 24 * 60 * 60 * 1_000);
    await page.clock.setFixedTime(later);
    await page.goto('/tracker');
    const { items } = dueAt(cards, entries, later);
    expect(items.length).toBe(2);
    const review = page.getByRole('region', { name: 'To be asked again' });
    await review.waitFor();
    const named = await review.locator('.tracker-facts').allInnerTexts();
    expect(named).toEqual(items.map(({ id }) => `lesson 03, question ${id}`));
    await context.close();
  });

  it('says what was predicted wrong on a page, what was measured, and which belief it was', async () => {
    const player = await openLesson();
    const { page, run, play, context, complaints } = player;
    await predict(player, 'All twenty');
    await play.waitFor();
    await page.keyboard.press('End');
    await run.getByText('✕ not so').waitFor();
    await page.goto('/tracker');
    const wrong = page.getByRole('region', { name: 'Wrong, and not yet put right' });
    const item = wrong.getByRole('listitem').filter({ hasText: 'lesson 07, prediction 01-leader-dies-after-ok' });
    await item.waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await item.innerText()).toMatch(/you said\s+All twenty.*measured\s+Ten: .*stale belief\s+W55 .+/s);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('hands its log on and takes it back, each entry once, and no file that is none', async () => {
    const { page, context, complaints } = await visit('/lessons/07-acks-and-durability');
    const asked = page.locator('#q1');
    await asked.locator('input').first().check();
    await asked.getByRole('button', { name: 'Check' }).click();
    await asked.locator('output:not(:empty)').waitFor();
    const kept = await page.evaluate(() => localStorage.getItem('proving.log'));
    await page.goto('/tracker');
    const imported = page.locator('.hand-on input[type=file]');
    const said = page.locator('.hand-on output');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()]);
    const text = await readFile(await download.path(), 'utf8');
    const lines = text.trimEnd().split('\n').slice(1);
    const [own] = readLog(kept ?? '').entries;
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(own);

    await page.evaluate(() => localStorage.clear());
    const file = (name: string, content: string) => ({ name, mimeType: 'application/jsonl', buffer: Buffer.from(content) });
    await imported.setInputFiles(file('progress.jsonl', text));
    await expect
      .poll(() => said.innerText())
      .toMatch(new RegExp(`^(One entry|${lines.length} entries) added, 0 were here already\\.$`));
    const back = readLog((await page.evaluate(() => localStorage.getItem('proving.log'))) ?? '').entries;
    expect(back).toContainEqual(own);
    await imported.setInputFiles(file('progress.jsonl', text));
    await expect.poll(() => said.innerText()).toBe(`0 entries added, ${lines.length} were here already.`);
    expect(readLog((await page.evaluate(() => localStorage.getItem('proving.log'))) ?? '').entries).toEqual(back);
    await imported.setInputFiles(file('list.txt', 'milk\neggs\n'));
    await expect.poll(() => said.innerText()).toBe('list.txt is no progress log: none of its lines is an entry.');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('keeps what it knows while the site does not answer, and goes on when it does', async () => {
    await log.append({ kind: 'lesson.opened', lesson: '02-topics-and-partitions' });
    const { page, context } = await visit('/tracker');
    await page.getByText('From the log of this machine').waitFor();
    const asked = page.waitForEvent('requestfailed');
    await page.route('**/progress', (route) => route.abort());
    await asked;
    expect(await page.getByText('From the log of this machine').count()).toBe(1);
    await page.unroute('**/progress');
    const next = await finished(1);
    await log.append({ kind: 'lesson.finished', lesson: '02-topics-and-partitions' });
    await page.getByText(next).waitFor();
    await context.close();
  });

  it('is shown to no page of another origin', async () => {
    const { page, context } = await visit('/tracker');
    const other = inject('address').replace('127.0.0.1', 'localhost');
    const read = await page.evaluate(
      (url) =>
        fetch(`${url}/progress`).then(
          () => 'read',
          () => 'refused',
        ),
      other,
    );
    expect(read).toBe('refused');
    await context.close();
  });
});
