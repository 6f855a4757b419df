import { writeTrace } from '@proving/spec';
import { describe, expect, it } from 'vitest';
import { repeated } from '../../packages/replay/test/repeated.ts';
import { executable, useBrowser } from './browser.ts';
import { drop, experiment, lesson, openLesson, predict, textOf, traceOf } from './player.ts';

const patience = { timeout: 30_000 };
const whole = textOf('control');

describe.skipIf(executable === null)('a trace of one’s own', () => {
  useBrowser();

  it('is played when it is dropped, without a question, and the recorded run is there to go back to', async () => {
    const player = await openLesson();
    const { page, run, play, focused, isAt, context, complaints } = player;
    await drop(player, [{ name: 'mine.jsonl', text: whole }]);
    await run.getByRole('heading', { name: `Your run: ${lesson}, ${experiment}` }).waitFor();
    await play.waitFor();
    await page.keyboard.press('End');
    await isAt(await player.end());
    expect(await run.locator('.pg-replay-arm').count()).toBe(1);
    expect(await run.locator('.pg-replay-verdict').innerText()).toMatch(/lost/);
    await run.getByRole('button', { name: 'Back to the recorded run' }).focus();
    await page.keyboard.press('Enter');
    await run.getByRole('button', { name: 'Watch what happened' }).waitFor();
    expect(await focused()).not.toBe('nothing');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    [
      'cut in the middle of a line',
      whole.slice(0, Math.floor(whole.length / 2)),
      /^Line \d+ of mine\.jsonl is not JSON\. It cannot be replayed; was it cut off or edited\?$/,
    ],
    ['no trace at all', 'milk\neggs\n', /^mine\.jsonl is not a trace: its first line does not name the format\.$/],
    ['empty', '', /^mine\.jsonl is not a trace: its first line does not name the format\.$/],
    [
      'only its first line',
      `${whole.split('\n')[0]}\n`,
      /^The trace of 01-leader-dies-after-ok, control, holds no event: there is nothing to replay\.$/,
    ],
  ])('%s, is answered with one clear message, and the next file is played', async (_, text, says) => {
    const player = await openLesson();
    const { run, play, context, complaints } = player;
    await drop(player, [{ name: 'mine.jsonl', text }]);
    await run.getByRole('alert').waitFor();
    expect(await run.getByRole('alert').allInnerTexts()).toEqual([expect.stringMatching(says)]);
    expect(await play.count()).toBe(0);
    await run
      .locator('input[type=file]')
      .setInputFiles({ name: 'mine.jsonl', mimeType: 'application/jsonl', buffer: Buffer.from(whole) });
    await play.waitFor();
    expect(await run.getByRole('alert').count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('cut between two lines is played as far as it goes', async () => {
    const player = await openLesson();
    const { page, run, play, isAt, context } = player;
    const lines = whole.split('\n');
    await drop(player, [{ name: 'mine.jsonl', text: `${lines.slice(0, Math.floor(lines.length / 2)).join('\n')}\n` }]);
    await play.waitFor();
    await page.keyboard.press('End');
    await isAt(await player.end());
    expect(await run.locator('.pg-replay-verdict table').count()).toBe(0);
    await context.close();
  });

  it('keeps the place of who waits for a run that is slow to come', async () => {
    const player = await openLesson();
    const { page, run, play, focused, context } = player;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/*.jsonl', async (route) => {
      await released;
      await route.continue();
    });
    await predict(player, 'None');
    await run.getByRole('button', { name: 'Reading the run …' }).waitFor();
    expect(await focused()).toMatch(/^Replay: /);
    // Asked for later, shown at last: the recorded run that comes after it does not take its place.
    await drop(player, [{ name: 'mine.jsonl', text: whole }]);
    await run.getByRole('heading', { name: /^Your run: / }).waitFor();
    const fetched = page.waitForResponse(/\.jsonl$/);
    release();
    await (await fetched).finished();
    await expect.poll(focused, patience).toMatch(/^Play/);
    expect(await run.getByRole('heading', { name: /^Your run: / }).count()).toBe(1);
    expect(await play.count()).toBe(1);
    await context.close();
  });

  it('of 10,000 events is scrubbed without a page that grows', { timeout: 240_000 }, async () => {
    const player = await openLesson();
    const { page, run, play, slider, isAt, context, complaints } = player;
    await drop(player, [{ name: 'long.jsonl', text: writeTrace(repeated(traceOf('control'), 10_000)) }]);
    await play.waitFor({ timeout: 120_000 });
    const end = await player.end();
    expect(end).toBeGreaterThan(4_000);
    await slider.focus();
    for (const part of [0.2, 0.95, 0.4, 1]) {
      const to = Math.round(end * part);
      await slider.fill(String(to));
      await isAt(to);
      expect(await run.locator('*').count()).toBeLessThan(1_500);
    }
    await page.keyboard.press('ArrowLeft');
    await isAt(end - 1);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
