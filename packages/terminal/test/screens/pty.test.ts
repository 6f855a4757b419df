import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Terminal } from '../terminal.ts';
import { bundled } from './bundle.ts';

let bundle: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  bundle = await bundled();
}, 30_000);
afterAll(() => bundle[Symbol.asyncDispose]());

let homes = 0;
const newHome = () => join(bundle.folder, `home-${homes++}`);
const factsIn = async (home: string) =>
  (await readFile(join(home, 'progress', 'log.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly kind: string; readonly outcome?: string });

describe('a lesson in a terminal', () => {
  it('can be walked from its first word to its last', { timeout: 90_000 }, async () => {
    const home = newHome();
    using terminal = new Terminal([], { env: { PROVING_HOME: home }, program: bundle.program });
    await terminal.until(/step 1 of 2[\s\S]*n next/);
    terminal.press('n');
    await terminal.until(/your answer first, then we run it/);
    terminal.press('1');
    await terminal.until(/you said {2}all twenty {2}✕ not so[\s\S]*n next/);
    expect(terminal.text()).toContain('broker 2  ✕  ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌        20   killed at 1.62 s');
    terminal.press('n');
    await terminal.until(/nothing\n {2}to lose\.[\s\S]*n next/);
    terminal.press('n');
    await terminal.until(/What is certain\?[\s\S]*1–3 answer/);
    terminal.press('3');
    await terminal.until(/are you sure, or is it a guess\?/);
    terminal.press('s');
    await terminal.until(/✓ right, and you were sure/);
    terminal.press('n');
    await terminal.until(/step 2 of 2[\s\S]*n next/);
    terminal.press('n');
    await terminal.until(/How many records does the log hold/);
    terminal.press('2');
    await terminal.until(/› 2 records/);
    terminal.press('\r');
    await terminal.until(/you said {2}2 records {2}✓ right[\s\S]*n next/);
    terminal.press('n');
    await terminal.until(/5 questions before the end/);
    for (const id of ['q2', 'q3', 'q4', 'q5']) {
      await terminal.until(new RegExp(`07\\.${id}  [A-Z][\\s\\S]*s skip`));
      terminal.press('s');
      await terminal.until(new RegExp(`07\\.${id}  [\\s\\S]*skipped[\\s\\S]*n next`));
      terminal.press('n');
    }
    await terminal.until(/07\.q6 {2}In a word/);
    for (const char of 'offset') terminal.press(char);
    await terminal.until(/› offset/);
    terminal.press('\r');
    await terminal.until(/sure, or is it a guess\?/);
    terminal.press('s');
    await terminal.until(/your words|n next/);
    terminal.press('n');
    await terminal.until(/→ pnpm exercise 07[\s\S]*n finish/);
    terminal.press('n');
    await terminal.until(/✓ 07 is behind you[\s\S]*q quit/);
    terminal.press('q');
    expect(await terminal.exited).toBe(0);
    const facts = await factsIn(home);
    expect(facts.map((fact) => fact.kind)).toEqual([
      'lesson.opened',
      'prediction',
      'experiment',
      'answer',
      'step.read',
      'prediction',
      'experiment',
      'step.read',
      ...Array.from({ length: 5 }, () => 'answer'),
      'lesson.finished',
    ]);
  });

  it('goes on where it was left by Ctrl-C, which ends it with 130', { timeout: 60_000 }, async () => {
    const home = newHome();
    {
      using terminal = new Terminal([], { env: { PROVING_HOME: home }, program: bundle.program });
      await terminal.until(/n next/);
      terminal.press('n');
      await terminal.until(/your answer first/);
      terminal.press('2');
      await terminal.until(/✓ right[\s\S]*n next/);
      terminal.press('\u0003');
      expect(await terminal.exited).toBe(130);
    }
    using terminal = new Terminal([], { env: { PROVING_HOME: home }, program: bundle.program });
    await terminal.until(/You go on where you stopped[\s\S]*nothing\n {2}to lose\.[\s\S]*n next/);
    expect(terminal.text()).not.toContain('Your prediction');
  });

  it('takes what is typed before it is ready, and does not echo it', { timeout: 60_000 }, async () => {
    using terminal = new Terminal([], { env: { PROVING_HOME: newHome() }, program: bundle.program });
    await terminal.until(/not yet run on this machine/);
    terminal.press('n');
    expect(await terminal.until(/your answer first[\s\S]*q quit/)).not.toMatch(/^n/m);
  });

  it('stays whole while the window changes its size', { timeout: 60_000 }, async () => {
    using terminal = new Terminal([], { env: { PROVING_HOME: newHome() }, columns: 100, rows: 30, program: bundle.program });
    await terminal.until(/n next/);
    terminal.press('n');
    await terminal.until(/your answer first/);
    for (const columns of [80, 76, 100, 60, 50, 90]) {
      terminal.resize(columns, 30);
      await terminal.until(/q quit/);
    }
    terminal.press('?');
    const text = await terminal.until(/The marks[\s\S]*your answer first[\s\S]*q quit/);
    expect(text.match(/your answer first/g)?.length).toBe(1);
    expect(text.match(/^ {2}Twenty sends were/gm)?.length).toBe(1);
  });
});

describe('without colour', () => {
  it.each(['1', ''])(
    'NO_COLOR=%o: the marks are there, and only then no escape sets a colour',
    { timeout: 60_000 },
    async (noColor) => {
      using terminal = new Terminal([], { env: { PROVING_HOME: newHome(), NO_COLOR: noColor }, program: bundle.program });
      await terminal.until(/n next/);
      terminal.press('n');
      await terminal.until(/your answer first/);
      terminal.press('2');
      await terminal.until(/✓ right[\s\S]*n next/);
      expect(terminal.text()).toContain('broker 2  ✕');
      const coloured = terminal.raw.split('\u001b[').some((part) => /^(1|3[0-7]|9[0-7])m/.test(part));
      expect(coloured).toBe(noColor === '');
    },
  );
});

describe('to be read aloud', () => {
  it('words and numbers are typed, and the picture is told in sentences', { timeout: 60_000 }, async () => {
    using terminal = new Terminal([], { env: { PROVING_HOME: newHome(), SCREEN: 'accessible' }, program: bundle.program });
    await terminal.until(/07\.1\. Type next/);
    terminal.press('next\r');
    await terminal.until(/Type 1 to 3/);
    terminal.press('2\r');
    expect(await terminal.until(/✓ right/)).toContain('Broker 2 is killed since 1.62 s.');
  });
});
