import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Terminal } from '../terminal.ts';
import { proving } from './spawned.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'proving-alone-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

it('a second terminal is told that another one is at the assessment, until that one is left or killed', {
  timeout: 60_000,
}, async () => {
  const env = { PROVING_HOME: home };
  const quit = () => proving(['assess', '1', 'quit', '--plain'], env);
  using first = new Terminal(['assess', '1'], { env });
  await first.until(/Assessment of part I[\s\S]*(?:s|esc) skip/);

  const busy = await quit();
  expect([busy.code, busy.err]).toEqual([3, expect.stringContaining('Another terminal is at the assessment of part 1.')]);
  expect(busy.err).toMatch(/and then: .*pnpm.* assess 1\n/);
  using second = new Terminal(['assess', '1'], { env });
  await second.until(/Another terminal is at the assessment of part 1/);
  expect(await second.exited).toBe(3);

  first.signal('SIGKILL');
  await first.exited;
  expect((await quit()).out).toContain('The assessment of part 1 is over; your answers are kept.');
});
