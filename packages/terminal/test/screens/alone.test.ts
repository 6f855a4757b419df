import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from './bundle.ts';

let bundle: Awaited<ReturnType<typeof bundled>>;
beforeAll(async () => {
  bundle = await bundled();
}, 30_000);
afterAll(() => bundle[Symbol.asyncDispose]());

let homes = 0;
interface Ended {
  readonly out: string;
  readonly code: number;
  readonly home: string;
}
function run(env: Readonly<Record<string, string>>): Promise<Ended> {
  const home = join(bundle.folder, `home-${homes++}`);
  return new Promise((done) => {
    const all = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', SPEED: 'Infinity', PROVING_HOME: home, ...env };
    const child = execFile(process.execPath, [bundle.program], { env: all }, (error, out) =>
      done({ out, home, code: typeof error?.code === 'number' ? error.code : 0 }),
    );
    child.stdin?.end();
  });
}
const factsIn = async (home: string) =>
  (await readFile(join(home, 'progress', 'log.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly kind: string; readonly outcome?: string; readonly sure?: boolean | null });

const answers = {
  predictions: { '01-leader-dies-after-ok': 1, '02-how-many': 2 },
  questions: { q1: [0], q2: { answer: [0, 1], sure: true }, q3: 10, q4: [0, 1, 2], q5: [0, 1], q6: 'Offset' },
};
async function answerFile(given: unknown): Promise<string> {
  const file = join(bundle.folder, `answers-${homes++}.json`);
  await writeFile(file, JSON.stringify(given));
  return file;
}

describe('without a terminal', () => {
  it('a lesson walks to its end, runs every experiment and asks nothing', async () => {
    const { out, code, home } = await run({ SCREEN: 'plain' });
    expect(code).toBe(0);
    // No cursor moves, no colour, nothing comes twice.
    expect(out).not.toContain('\u001b');
    expect(out.match(/ proved on 4\.3\.1, this machine/g)?.length).toBe(2);
    expect(out).toContain('Nobody answered here, so the lesson does not count as finished.');
    const facts = await factsIn(home);
    expect(facts.map((fact) => fact.outcome ?? fact.kind)).toEqual([
      'lesson.opened',
      'skipped',
      'experiment',
      'skipped',
      'skipped',
      'experiment',
      ...Array.from({ length: 5 }, () => 'skipped'),
    ]);
  });

  it('with answers it counts as finished, and each was judged', async () => {
    const { code, home } = await run({ SCREEN: 'plain', ANSWERS: await answerFile(answers) });
    const facts = await factsIn(home);
    expect([code, facts.at(-1)?.kind]).toEqual([0, 'lesson.finished']);
    expect(facts.flatMap((fact) => (fact.outcome ? [fact.outcome] : []))).toEqual(Array.from({ length: 8 }, () => 'right'));
    expect(facts.filter((fact) => fact.kind === 'answer').map((fact) => fact.sure)).toEqual([null, true, null, null, null, null]);
  });

  it('as JSON it says the same, one object a line', async () => {
    const { out } = await run({ SCREEN: 'json' });
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly schema: number; readonly type: string });
    expect(new Set(lines.map((line) => line.schema))).toEqual(new Set([1]));
    const said = lines.map((line) => line.type).filter((type) => type !== 'event' && !type.startsWith('run.'));
    expect(said.slice(0, 10)).toEqual([
      'opened',
      'step',
      'prose',
      'claims',
      'predict',
      'predicted',
      'run',
      'arm',
      'arm',
      'verdict',
    ]);
    expect(lines.filter((line) => line.type === 'event').length).toBe(68);
  });

  it('puts a record on the screen with its offset before the run has ended', async () => {
    const { out } = await run({ SCREEN: 'plain' });
    expect(out.indexOf('partition 0, offsets 0–9')).toBeLessThan(out.indexOf('kill -9'));
  });
});

describe('read aloud, through a filter that knows no colour, no column and no mark', () => {
  it('the text alone is enough to finish the lesson', async () => {
    const { out } = await run({ SCREEN: 'plain' });
    const heard = out.replaceAll(/[^\x20-\x7e\n]+/g, ' ').replaceAll(/ +/g, ' ');
    for (const word of [
      '1 all twenty',
      'broker 2',
      'killed at 1.62 s',
      'acknowledged 10 20',
      'lost 0 10',
      'a follower: the log end',
    ])
      expect(heard).toContain(word);
  });
});
