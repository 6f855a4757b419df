import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CopiedSite, copiedSite } from '../copied-site.ts';
import { moreLessons } from './more-lessons.ts';
import { canTell, isCalm, type Times, took } from './processor.ts';

/**
 * The bar is by the clock of two cores that nobody else uses. Where others have more than a tenth of the machine, the clock says how
 * busy they are: it is not judged then, and the test says so. What two cores cannot do in that time, because it computes for longer, is
 * found on any machine.
 */
const [bar, cores] = [30, 2];

describe.skipIf(!canTell)('with 36 lessons', { timeout: 1_800_000 }, () => {
  let site: CopiedSite;
  beforeAll(() => {
    site = copiedSite();
    moreLessons(site.folder, 36);
  });
  afterAll(() => site[Symbol.dispose]());

  it('a clean build takes 30 s at most', async (test) => {
    const build = await took(process.pid, () => site.build());
    expect(build.result.code, build.result.said).toBe(0);
    expect(
      readdirSync(join(site.folder, 'site', 'build', 'lessons')).filter((name) => /^\d\d-/.test(name)).length,
    ).toBeGreaterThanOrEqual(36);
    expect(build.processor, inWords(build)).toBeLessThanOrEqual(bar * cores);
    if (!isCalm(build)) test.skip(`the clock is not judged on a busy machine: ${inWords(build)}`);
    expect(build.seconds, inWords(build)).toBeLessThanOrEqual(bar);
  });
});

const inWords = ({ seconds, processor, others }: Times) =>
  `${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of processors of which others had ${Math.round((others ?? 0) * 100)} %`;
