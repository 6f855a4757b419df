import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fact } from '@proving/spec';
import { describe, expect, test } from 'vitest';
import { fold, openProgress, readLog, verifyChain } from '../src/index.ts';
import { emptyHome, entriesOf, linesOf } from './seed.ts';

const lesson = '07-acks-and-durability';
const facts: readonly Fact[] = [
  { kind: 'lesson.opened', lesson },
  { kind: 'step.read', lesson, step: 1 },
  {
    kind: 'prediction',
    lesson,
    experiment: '01-x',
    said: 'alle zwanzig — „sicher“ ✓',
    measured: '10 ▌',
    outcome: 'wrong',
    belief: 'W55',
  },
  { kind: 'note', lesson: null, text: 'high watermark = 10\n…und dann' },
  { kind: 'lesson.finished', lesson },
];

describe('a log cut at any byte', () => {
  const entries = entriesOf(facts);
  const bytes = Buffer.from(linesOf(entries));
  /** The entries whose last brace stands before the cut. */
  const wholeAt = (cut: number) => {
    const ends = entries.map((_, i) => Buffer.byteLength(linesOf(entries.slice(0, i + 1))) - 1);
    return entries.slice(0, ends.filter((end) => end <= cut).length);
  };

  test('folds to what its whole lines fold to', () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const { entries: kept, notices } = readLog(bytes.subarray(0, cut).toString('utf8'));
      const whole = wholeAt(cut);
      expect(kept).toEqual(whole);
      expect(fold(kept)).toEqual(fold(whole));
      const torn = cut > Buffer.byteLength(linesOf(whole));
      expect(notices.map(({ kind, line }) => `${kind} ${line}`)).toEqual(torn ? [`torn ${whole.length + 1}`] : []);
    }
  });

  test('is mended by the next append: nothing whole is lost, and the chain holds', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    await mkdir(join(at.home, 'progress'));
    await writeFile(join(at.home, 'progress', 'device'), 'd1\n');
    const last = Buffer.byteLength(linesOf(entries.slice(0, -2)));
    for (let cut = last; cut <= bytes.length; cut++) {
      await writeFile(progress.file, bytes.subarray(0, cut));
      const entry = await progress.append({ kind: 'step.read', lesson, step: 2 });
      const read = await progress.read();
      expect(read.entries).toEqual([...wholeAt(cut), entry]);
      expect(read.notices.length).toBeLessThanOrEqual(1);
      expect(verifyChain(read.entries)).toEqual([]);
      expect((await readFile(progress.file)).subarray(0, cut)).toEqual(bytes.subarray(0, cut));
    }
  }, 60_000);
});
