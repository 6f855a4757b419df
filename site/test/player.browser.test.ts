import { inSentences, ladder, seconds, timeline } from '@proving/replay';
import { describe, expect, it } from 'vitest';
import { executable, useBrowser } from './browser.ts';
import { openLesson, predict, replayed } from './player.ts';

const patience = { timeout: 30_000 };

describe.skipIf(executable === null)('the player', () => {
  useBrowser();

  it('shows nothing of what was measured before there is a prediction, and says then whether it was right', async () => {
    const player = await openLesson();
    const { run, page, play, context } = player;
    expect(await run.innerText()).not.toMatch(/measured/i);
    expect(await play.count()).toBe(0);
    await predict(player, 'None');
    await play.waitFor();
    expect(await run.innerText()).not.toMatch(/you said/);
    await page.keyboard.press('End');
    await run.getByText('you said').waitFor();
    expect(await run.locator('.pg-replay-verdict').innerText()).toMatch(/✓ right|✕ not so/);
    await context.close();
  });

  it('is played, stopped, stepped and scrubbed with the keyboard, and the focus is never lost', async () => {
    const player = await openLesson();
    const { page, play, slider, isAt, focused, context, complaints } = player;
    await predict(player, 'None');
    await play.waitFor();
    await expect.poll(focused, patience).toBe('Play');
    await page.keyboard.press('ArrowRight');
    await isAt(1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await isAt(2);
    await page.keyboard.press('Home');
    await isAt(0);

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('One step back');
    await page.keyboard.press('Enter');
    await isAt(0);
    expect(await focused()).toBe('One step back');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('One step on');
    const end = await player.end();
    for (let i = 0; i <= end; i++) await page.keyboard.press('Enter');
    await isAt(end);
    expect(await focused()).toBe('One step on');

    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Position in the run');
    // What happened to brokers is marked above the slider: both have the same width.
    const wide = (what: string) => player.run.locator(what).evaluate((it) => Math.round(it.getBoundingClientRect().width));
    expect(await wide('input[type=range]')).toBe(await wide('.pg-replay-scrub'));
    await page.keyboard.press('Home');
    await isAt(0);
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await isAt(5);
    expect(await slider.getAttribute('aria-valuetext')).toMatch(new RegExp(`^5 of ${end}, \\d+\\.\\d\\d s: `));
    await page.keyboard.press('End');
    await isAt(end);

    await play.focus();
    expect(await focused()).toBe('Play again');
    await page.keyboard.press('Space');
    await expect.poll(focused, patience).toBe('Pause');
    await expect.poll(async () => Number(await slider.inputValue()), patience).toBeGreaterThan(0);
    await page.keyboard.press('Space');
    await expect.poll(focused, patience).toMatch(/^Play/);
    const stopped = await slider.inputValue();
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect(await slider.inputValue()).toBe(stopped);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('plays at the speed that is chosen, to its end', async () => {
    const player = await openLesson();
    const { page, run, play, isAt, focused, context } = player;
    await predict(player, 'None');
    await play.waitFor();
    await run.getByLabel('Speed').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await run.getByLabel('Speed').inputValue()).toBe('4');
    expect(await focused()).not.toBe('nothing');
    await play.focus();
    await page.keyboard.press('Enter');
    await expect.poll(focused, { timeout: 90_000 }).toBe('Play again');
    await isAt(await player.end());
    await context.close();
  });

  it('is looked at through every lens and with each arm, with the keyboard', async () => {
    const player = await openLesson();
    const { page, run, play, focused, context } = player;
    await predict(player, 'None');
    await play.waitFor();
    await page.keyboard.press('End');
    const figures = () => run.locator('.pg-replay-figure').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    const seen = new Set<string>();
    for (const lens of await run.getByRole('group', { name: 'What to look at' }).getByRole('button').all()) {
      await lens.focus();
      await page.keyboard.press('Enter');
      expect(await lens.getAttribute('aria-pressed')).toBe('true');
      const name = await lens.innerText();
      expect(await focused()).toBe(name);
      for (const label of await figures()) expect(label).toMatch(new RegExp(`^${name}, `));
      seen.add(name);
    }
    expect(seen.size).toBeGreaterThan(1);

    const arms = run.getByRole('group', { name: 'Which arms' }).getByRole('button');
    const [one, other] = [arms.nth(0), arms.nth(1)];
    expect(await run.locator('.pg-replay-arm').count()).toBe(2);
    await one.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => run.locator('.pg-replay-arm').count(), patience).toBe(1);
    expect(await run.locator('.pg-replay-arm h4').innerText()).toBe(await other.innerText());
    await other.focus();
    await page.keyboard.press('Space');
    // The last one stays.
    expect(await run.locator('.pg-replay-arm').count()).toBe(1);
    expect(await other.getAttribute('aria-pressed')).toBe('true');
    expect(await focused()).toBe(await other.innerText());
    await context.close();
  });

  it('tells the whole run in words, event by event as it was recorded, and each time leads to its moment', async () => {
    const player = await openLesson();
    const { page, run, play, summary, slider, context } = player;
    await predict(player, 'None');
    await play.waitFor();
    await summary.focus();
    await page.keyboard.press('Enter');
    const words = run.locator('.pg-replay-transcript section');
    await words.first().waitFor();
    for (const [i, arm] of ['treatment', 'control'].entries()) {
      const events = replayed(arm);
      const lines = await words.nth(i).locator('li').allTextContents();
      expect(lines).toEqual(timeline.of(events).items.map(({ t, sentence }) => `${seconds(t)} ${sentence}.`));
      expect(await words.nth(i).locator('p').first().textContent()).toBe(inSentences(ladder.of(events)).join(' '));
    }
    const last = words.first().locator('li button').last();
    await last.focus();
    await page.keyboard.press('Enter');
    const time = await last.textContent();
    await expect.poll(() => slider.getAttribute('aria-valuetext'), patience).toContain(`, ${time}`);
    await context.close();
  });

  it('moves by itself, and where less motion is asked for only when it is told to', async () => {
    const moving = await openLesson({ reducedMotion: 'no-preference' });
    await predict(moving, 'None');
    await moving.play.waitFor();
    await expect.poll(async () => Number(await moving.slider.inputValue()), patience).toBeGreaterThan(1);
    await moving.context.close();

    const still = await openLesson();
    await predict(still, 'None');
    await still.play.waitFor();
    await still.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect([await still.focused(), await still.slider.inputValue()]).toEqual(['Play', '0']);
    await still.page.keyboard.press('ArrowRight');
    await still.isAt(1);
    expect(
      await still.page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length),
    ).toBe(0);
    await still.context.close();
  });
});
