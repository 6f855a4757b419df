import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from '@proving/replay';
import { parseTrace, type Trace } from '@proving/spec';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Visit, visit } from './browser.ts';

export const lesson = '07-acks-and-durability';
export const experiment = '01-leader-dies-after-ok';
const traces = join(import.meta.dirname, '../../lessons', lesson, 'traces');

export const textOf = (arm: string) => readFileSync(join(traces, `${experiment}.${arm}.jsonl`), 'utf8');
export const traceOf = (arm: string): Trace => parseTrace(textOf(arm));
export const replayed = (arm: string) => measured(traceOf(arm).events);

export interface Player {
  readonly page: Page;
  readonly run: Locator;
  readonly play: Locator;
  readonly slider: Locator;
  readonly summary: Locator;
  /** Waits until so many moments have happened. */
  isAt(position: number): Promise<void>;
  end(): Promise<number>;
  /** What has the focus, as it is called aloud; `nothing` where the page has lost it. */
  focused(): Promise<string>;
}

const patience = { timeout: 30_000 };

/** The first experiment of the lesson, before it is played. Less motion is asked for: nothing moves unless it is told to. */
export async function openLesson(options: Parameters<typeof visit>[1] = { reducedMotion: 'reduce' }): Promise<Visit & Player> {
  const visited = await visit(`/lessons/${lesson}`, options);
  return { ...visited, ...playerOn(visited.page) };
}

export function playerOn(page: Page): Player {
  const run = page.locator('.run').first();
  const slider = run.getByRole('slider', { name: 'Position in the run' });
  return {
    page,
    run,
    slider,
    play: run.locator('.pg-replay-play'),
    summary: run.getByText('The run in words'),
    isAt: (position) => expect.poll(() => slider.inputValue(), patience).toBe(String(position)),
    end: async () => Number(await slider.getAttribute('max')),
    focused: () =>
      page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return 'nothing';
        return at.getAttribute('aria-label') ?? at.textContent?.trim() ?? at.tagName;
      }),
  };
}

/** Predicts with the keyboard: the option that begins with these words, then Enter. */
export async function predict({ page, run }: Player, option: string): Promise<void> {
  const radios = run.locator('input[type=radio]');
  await radios.first().focus();
  await page.keyboard.press('Space');
  const labels = await run.locator('.pg-replay-predict label').allInnerTexts();
  for (let i = labels.findIndex((label) => label.trim().startsWith(option)); i > 0; i--) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

/** Drops files on the player, as from a folder. */
export async function drop(
  { page, run }: Player,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> {
  const transfer = await page.evaluateHandle((all) => {
    const made = new DataTransfer();
    for (const { name, text } of all) made.items.add(new File([text], name));
    return made;
  }, files);
  await run.locator('.pg-replay').dispatchEvent('dragover', { dataTransfer: transfer });
  await run.locator('.pg-replay').dispatchEvent('drop', { dataTransfer: transfer });
}
