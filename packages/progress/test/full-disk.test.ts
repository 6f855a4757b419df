import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProgress, verifyChain } from '../src/index.ts';
import { emptyHome } from './seed.ts';

/** A file system of 64 KB; null with the reason where one cannot be mounted. */
function smallDisk(folder: string): Disposable | string {
  if (process.platform !== 'linux') return 'a small tmpfs can be mounted on Linux only';
  if (process.getuid?.() !== 0) return 'mounting a small tmpfs needs root';
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (failure) {
    return `mount refused: ${(failure as { stderr?: Buffer }).stderr?.toString().trim()}`;
  }
  return { [Symbol.dispose]: () => void execFileSync('umount', ['-l', folder], { stdio: 'pipe' }) };
}

test('a full disk is said plainly, nothing is lost, and the log goes on when there is room again', async ({ skip }) => {
  await using at = await emptyHome();
  const disk = smallDisk(at.home);
  if (typeof disk === 'string') return skip(disk);
  using _ = disk;
  const progress = openProgress({ home: at.home, course: '0.1.0' });
  const note = (text: string) => progress.append({ kind: 'note', lesson: null, text });
  const kept = [await note('first')];
  const ballast = join(at.home, 'ballast');
  await writeFile(ballast, 'x'.repeat(16_000));
  const failure = await (async () => {
    for (;;) kept.push(await note('x'.repeat(3_000)));
  })().catch((error: unknown) => error);

  expect(failure).toMatchObject({ name: 'Plain', code: 'progress-disk-full', exit: 3 });
  expect(await progress.read()).toEqual({ entries: kept, newer: [], notices: [] });
  expect((await readFile(progress.file, 'utf8')).endsWith('}\n')).toBe(true);

  await rm(ballast);
  kept.push(await note('last'));
  const { entries, notices } = await progress.read();
  expect({ entries, notices, edited: verifyChain(entries) }).toEqual({ entries: kept, notices: [], edited: [] });
});
