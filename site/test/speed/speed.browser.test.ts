import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { executable, useBrowser, visit } from '../browser.ts';
import { type CopiedSite, copiedSite } from '../copied-site.ts';
import { freePort } from '../free-port.ts';
import { moreLessons } from './more-lessons.ts';
import { canTell, isCalm, secondsOf, type Times, took } from './processor.ts';

/**
 * The bars are by the clock of two cores that nobody else uses. Where others have more than a tenth of the machine, the clock says how
 * busy they are: it is not judged then, and the test says so. What two cores cannot do in that time, because it computes for longer, is
 * found on any machine.
 */
const cores = 2;
const lesson = 'lessons/07-acks-and-durability';

describe.skipIf(executable === null || !canTell)('the site', { timeout: 1_800_000 }, () => {
  useBrowser();
  let site: CopiedSite;
  beforeAll(() => {
    site = copiedSite();
  });
  afterAll(() => site[Symbol.dispose]());

  it('shows an edit after 1 s, the middle one of five', async (test) => {
    const port = await freePort();
    const server = site.develop(port);
    try {
      const address = `http://127.0.0.1:${port}/${lesson}`;
      const isServed = async () => (await fetch(address)).ok;
      await expect.poll(() => isServed().catch(() => false), { interval: 200, timeout: 300_000 }).toBe(true);
      const { page, context } = await visit(address);
      const theory = site.read(`${lesson}/theory.md`);
      const edits: Times[] = [];
      for (const word of ['Aardvark', 'Beaver', 'Coyote', 'Dormouse', 'Egret', 'Ferret']) {
        await atRest(server.pid as number);
        const edit = async () => {
          site.write(`${lesson}/theory.md`, theory.replace(/\n\n(?=[A-Z][a-z]+ )/, `\n\n${word} `));
          await page.waitForFunction((text) => document.querySelector('article')?.textContent.includes(text), word);
        };
        edits.push(await took(server.pid as number, edit));
      }
      await context.close();
      // The first one loads what the others find loaded.
      judged(test, edits.slice(1), 1);
    } finally {
      server.kill();
    }
  });

  it('of 36 lessons is built from nothing in 30 s', async (test) => {
    moreLessons(site.folder, 36);
    const build = await took(process.pid, () => site.build());
    expect(build.result.code, build.result.said).toBe(0);
    expect(
      readdirSync(join(site.folder, 'site', 'build', 'lessons')).filter((name) => /^\d\d-/.test(name)).length,
    ).toBeGreaterThanOrEqual(36);
    judged(test, [build], 30);
  });
});

/** The middle one of some times against a bar, in seconds. */
function judged(test: TestContext, all: readonly Times[], bar: number): void {
  const said = all.map(inWords).join('\n');
  expect(median(all.map(({ processor }) => processor)), said).toBeLessThanOrEqual(bar * cores);
  const calm = all.filter(isCalm);
  if (calm.length * 2 <= all.length) test.skip(`the clock is not judged on a busy machine: ${said}`);
  expect(median(calm.map(({ seconds }) => seconds)), said).toBeLessThanOrEqual(bar);
}

const inWords = ({ seconds, processor, others }: Times) =>
  `${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of processors of which others had ${Math.round((others ?? 0) * 100)} %`;

const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] as number;

/** Waits until what a process was given to do is done: it and all that it started compute nothing. */
async function atRest(pid: number): Promise<void> {
  let [before, quiet] = [secondsOf(pid), 0];
  const looks = () => {
    const now = secondsOf(pid);
    [before, quiet] = [now, now > before ? 0 : quiet + 1];
    return quiet;
  };
  await expect.poll(looks, { interval: 50, timeout: 300_000 }).toBeGreaterThanOrEqual(10);
}
