import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openProgress, readLog } from '@proving/progress';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bare, proving } from './spawned.ts';

const home = process.env['PROVING_HOME'] ?? join(tmpdir(), 'proving-cluster-tests');
const assessments = fileURLToPath(new URL('../../../../assessments', import.meta.url));
const bin = fileURLToPath(new URL('../../bin/proving.js', import.meta.url));

/** What each part leaves on the cluster, and which of its conditions are unmet as long as nobody has done anything. */
const parts = [
  {
    part: '1',
    title: 'The monitor says that no order waits',
    topics: ['counted', 'orders', 'parcels', 'programs'],
    unmet: ['nobody-left-out', 'apart'],
  },
  {
    part: '2',
    title: 'Nothing has been packed since last night',
    topics: ['parcels', 'payments', 'programs', 'receipts'],
    unmet: ['nobody-left-out', 'kept', 'outlives-a-broker', 'next-time'],
  },
  {
    part: '3',
    title: 'Some customers wait for their parcels',
    topics: ['dead-letters', 'orders', 'parcels', 'programs'],
    unmet: ['nobody-left-out', 'readable-tomorrow', 'guarded', 'next-time'],
  },
  {
    part: '4',
    title: 'Loyal customers have lost points',
    topics: ['customers', 'orders', 'points', 'programs'],
    unmet: ['points-right', 'kept', 'rows-met', 'late-counted'],
  },
];

beforeAll(async () => {
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'answers.json'), '{}');
  await proving(['cluster', 'start'], { PROVING_HOME: home });
}, 180_000);
afterAll(() => proving(['cluster', 'stop'], { PROVING_HOME: home }), 60_000);

/** What stands on the cluster of an incident. */
async function planted(): Promise<readonly string[]> {
  const { out } = await proving(['cluster', 'cli', 'kafka-topics', '--list'], { PROVING_HOME: home });
  return out.split('\n').filter((name) => /^[\w-]+-\w{5}$/.test(name));
}

async function killedAt(words: RegExp, part: string, ...args: string[]): Promise<void> {
  const env = { ...bare(), PROVING_HOME: home };
  const child = spawn(process.execPath, [bin, 'assess', part, ...args, '--plain'], { stdio: ['ignore', 'pipe', 'inherit'], env });
  let text = '';
  child.stdout.on('data', (bytes) => {
    text += bytes;
    if (words.test(text)) child.kill('SIGKILL');
  });
  const [, signal] = await once(child, 'close');
  expect([signal, text]).toEqual(['SIGKILL', expect.stringMatching(words)]);
}

it.each(parts)(
  'part $part: killed while it is planted or taken away, it is whole for the next command, and gone when it is quit',
  {
    timeout: 400_000,
  },
  async ({ part, title, topics, unmet }) => {
    const kept = join(home, 'assessments', `part-${part}.json`);
    const assess = (...args: string[]) => proving(['assess', part, ...args, '--plain'], { PROVING_HOME: home });
    const began = new Date().toISOString();
    await killedAt(/being brought about/, part, '--seed', '7', '--answers', join(home, 'answers.json'));
    const went = await assess();
    expect([went.code, went.err]).toEqual([1, '']);
    expect(went.out).toContain(title);
    expect(went.out).not.toContain('One answer is right');
    expect((await planted()).map((name) => name.slice(0, -6))).toEqual(topics);

    const broken = join(home, 'broken.ts');
    await writeFile(broken, `\nexport default () => { throw new Error('no such order'); };\n`);
    const failed = await assess('repair', '--file', broken);
    expect([failed.code, failed.err]).toEqual([3, expect.stringMatching(/broken\.ts came to no end: line 2\.\n.*no such order/)]);
    const ran = await assess('repair', '--file', join(assessments, `part-${part}`, 'start.ts'));
    expect([ran.code, ran.err, ran.out]).toEqual([0, '', expect.stringContaining(`part-${part}/start.ts has run.`)]);

    const [first, second] = [await assess('check'), await assess('check')];
    expect([first.code, first.out.match(/not yet/g)?.length]).toEqual([1, unmet.length]);
    expect(second.out.replaceAll(/^looking.*\n/gm, '')).toBe(first.out.replaceAll(/^looking.*\n/gm, ''));

    await killedAt(/being taken off the cluster/, part, 'quit');
    const quit = await assess('quit');
    expect([quit.code, quit.err]).toEqual([0, '']);
    expect(quit.out).toContain('are off the cluster');
    expect([await planted(), existsSync(kept)]).toEqual([[], false]);

    const log = readLog(readFileSync(openProgress({ home, course: '0' }).file, 'utf8'));
    const entries = log.entries.filter(({ at }) => at >= began);
    const looks = entries.flatMap((entry) => (entry.kind === 'assessment' ? [[entry.outcome, entry.unmet, entry.seed]] : []));
    const notYet = ['not-yet', unmet, 7];
    expect(looks).toEqual([notYet, notYet, ['left', [], 7]]);
    expect(entries.filter(({ kind }) => kind === 'answer')).toHaveLength(12);
  },
);
