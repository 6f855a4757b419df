import { appendFileSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Terminal } from '../terminal.ts';
import { bundled } from './bundle.ts';

let bundle: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  bundle = await bundled();
}, 30_000);
afterAll(() => bundle[Symbol.asyncDispose]());

const check = {
  tasks: [
    {
      id: 'readable',
      title: 'every order is readable',
      expect: { lost: 0 },
      hints: ['Who has them?', 'The idea (see 07.1).', 'In `send`.', '`acks: -1`, because all have it then.'],
    },
  ],
};

let made = 0;
/** A lesson of its own with an exercise, an editor that adds a line to what it opens, and where all that is. */
async function anExercise(more: Readonly<Record<string, string>> = {}) {
  const folder = join(bundle.folder, `exercise-${made++}`);
  const dir = join(folder, '07-acks');
  const home = join(folder, 'home');
  await mkdir(join(dir, 'exercise'), { recursive: true });
  const editor = join(folder, 'editor');
  await Promise.all([
    writeFile(join(dir, 'exercise', 'start.ts'), 'start\n'),
    writeFile(join(dir, 'exercise', 'solution.ts'), 'the whole solution\n'),
    writeFile(join(dir, 'exercise', 'check.ts'), `export default ${JSON.stringify(check)};\n`),
    writeFile(editor, '#!/bin/sh\nfor line in 1 2 3; do echo "editing $line"; read typed; done\necho "$typed" >> "$1"\n'),
  ]);
  await chmod(editor, 0o755);
  const own = join(dir, 'exercise', 'work', 'start.ts');
  const env = { PROVING_HOME: home, LESSON_DIR: dir, OPEN: 'exercise', EDITOR: editor, VISUAL: '', SPEED: '60', ...more };
  return { env, own, log: () => readFile(join(home, 'progress', 'log.jsonl'), 'utf8') };
}

/** What is typed is the editor's, all of it: the screen behind it takes nothing. */
async function edit(terminal: Terminal) {
  for (const line of [1, 2, 3]) {
    await terminal.until(new RegExp(`editing ${line}`));
    terminal.press('edited\r');
  }
}

const rungsIn = (log: string) =>
  log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly kind: string; readonly rung?: number })
    .flatMap(({ kind, rung }) => (kind === 'hint' ? [rung] : []));

describe('an exercise in a terminal', () => {
  it.each([80, 50])(
    '%i columns: saved, judged, hinted, compared, solved, and left only by a key',
    { timeout: 60_000 },
    async (columns) => {
      const { env, own, log } = await anExercise();
      using terminal = new Terminal([], { env, columns, rows: 40, program: bundle.program });
      await terminal.until(/Save the file[\s\S]*q quit/);
      expect(terminal.text()).not.toMatch(/h hint|s state|o solution/);
      await writeFile(own, 'mine\n');
      await terminal.until(/not yet[\s\S]*h hint \(4 left\)/);
      for (const [rung, left] of [
        [1, 3],
        [2, 2],
        [3, 1],
      ] as const) {
        terminal.press('h');
        await terminal.until(new RegExp(`hint ${rung} of 4[\\s\\S]*h hint \\(${left} left\\)`));
      }
      terminal.press('h');
      await terminal.until(/The last hint is the solution itself\.[\s\S]*y show the solution/);
      terminal.press('n');
      await terminal.until(/h hint \(1 left\)/);
      expect(rungsIn(await log())).toEqual([1, 2, 3]);
      terminal.press('g');
      await terminal.until(/07 goal[\s\S]*lost {2}0/);
      terminal.press('s');
      await terminal.until(/07 state[\s\S]*lost {2}6[\s\S]*lost is 6, the goal is 0/);
      terminal.press('o');
      await terminal.until(/y show the solution/);
      expect(terminal.text()).not.toContain('the whole solution');
      terminal.press('y');
      await terminal.until(/the whole solution[\s\S]*q quit/);
      expect(rungsIn(await log())).toEqual([1, 2, 3, 4]);
      terminal.press('r');
      await terminal.until(/✓ passed[\s\S]*n finish/);
      terminal.press('s');
      await terminal.until(/No difference: the state is the goal\./);
      terminal.press('n');
      expect(await terminal.exited).toBe(0);
      expect(
        terminal
          .text()
          .split('\n')
          .filter((line) => line.length > columns),
      ).toEqual([]);
    },
  );

  it('twenty saves in two seconds, while judging one takes longer, give one finished run', { timeout: 60_000 }, async () => {
    const { env, own, log } = await anExercise({ SPEED: '1' });
    using terminal = new Terminal([], { env, program: bundle.program });
    await terminal.until(/q quit/);
    const saved = Promise.withResolvers<void>();
    let saves = 0;
    const typing = setInterval(() => {
      appendFileSync(own, 'version\n');
      if (++saves === 20) saved.resolve();
    }, 100);
    await saved.promise.finally(() => clearInterval(typing));
    // A newer version ends what was going on; then the screen is quiet and takes a key.
    await terminal.until(/judged[\s\S]*r judge again/, 40_000);
    terminal.press('q');
    await terminal.exited;
    expect((await log()).match(/"kind":"exercise"/g)?.length).toBe(1);
  });

  it('e hands the terminal to the editor and takes it back; what it saved is judged', { timeout: 60_000 }, async () => {
    const { env, own } = await anExercise();
    using terminal = new Terminal([], { env, program: bundle.program });
    await terminal.until(/q quit/);
    terminal.press('e');
    await edit(terminal);
    await terminal.until(/not yet[\s\S]*h hint/);
    expect(await readFile(own, 'utf8')).toBe('start\nedited\n');
  });
});

describe('an exercise to be read aloud', () => {
  it('by typed words: judged on a save and to its end, and no cursor is moved', { timeout: 60_000 }, async () => {
    const { env, own, log } = await anExercise({ SCREEN: 'accessible' });
    using terminal = new Terminal([], { env, columns: 60, rows: 40, program: bundle.program });
    await terminal.until(/Save the file[\s\S]*Type\s+1\s+judge, 2 show task, 3 show goal/);
    await writeFile(own, 'mine\n');
    await terminal.until(/Your file is being judged[\s\S]*not yet[\s\S]*hint\s+\(4\s+left\)[\s\S]*›/);
    terminal.press('hint\r');
    await terminal.until(/hint 1 of 4[\s\S]*hint\s+\(3\s+left\)/);
    terminal.press('show state\r');
    await terminal.until(/lost: 6[\s\S]*lost is 6, the goal is 0[\s\S]*›$/);
    terminal.press('show solution\r');
    await terminal.until(/Show the whole solution\?[\s\S]*1\s+yes,\s+2\s+no\s+or\s+3\s+quit/);
    terminal.press('2\r');
    terminal.press('nonsense\r');
    await terminal.until(/"nonsense" is none of these/);
    terminal.press('open\r');
    await edit(terminal);
    await terminal.until(/✓ passed[\s\S]*1\s+next/);
    expect(await readFile(own, 'utf8')).toBe('mine\nedited\n');
    terminal.press('next\r');
    expect(await terminal.exited).toBe(0);
    expect(rungsIn(await log())).toEqual([1]);
    // Colours apart, nothing but text: nothing that was read is ever repainted.
    const escapes = terminal.raw
      .split('\u001b')
      .slice(1)
      .filter((part) => !/^\[[\d;]*m/.test(part));
    expect(escapes).toEqual([]);
  });
});
