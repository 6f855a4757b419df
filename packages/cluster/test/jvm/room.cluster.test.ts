import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdCluster, openCluster } from '../../src/index.ts';
import { checkRoom } from '../../src/jvm/room.ts';

const before = process.env['PROVING_HOME'];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'room-'));
});
afterEach(() => {
  process.env['PROVING_HOME'] = before;
  rmSync(folder, { recursive: true, force: true });
});

test('a home that cannot be written to is said plainly', async () => {
  writeFileSync(join(folder, 'file'), '');
  process.env['PROVING_HOME'] = join(folder, 'file', 'home');
  const refusal = {
    name: 'Plain',
    code: 'home-unwritable',
    exit: 3,
    message: `The course cannot write to ${join(folder, 'file', 'home')}.`,
    fix: 'make that folder writable, or set PROVING_HOME to one that is',
  };
  await expect(openCluster({ driver: 'jvm' })).rejects.toMatchObject(refusal);
  await expect(holdCluster('shared')).rejects.toMatchObject(refusal);
});

// Only root may mount; elsewhere the same disk is tried by hand.
test.runIf(process.getuid?.() === 0 && process.platform === 'linux')('a small disk, and a full one', async () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=30m', 'tmpfs', disk]);
  try {
    process.env['PROVING_HOME'] = disk;
    const full = {
      name: 'Plain',
      code: 'disk-full',
      message: expect.stringContaining(disk),
      fix: expect.stringContaining('PROVING_HOME'),
    };
    await expect(openCluster({ driver: 'jvm' })).rejects.toMatchObject({ ...full, saw: '29 MB free, 400 MB wanted' });
    expect(() => checkRoom(disk, true)).toThrow('is full');
    expect(() => execFileSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=1M'], { stdio: 'ignore' })).toThrow();
    await expect(openCluster({ driver: 'jvm' })).rejects.toMatchObject(full);
    await expect(holdCluster('exclusive')).rejects.toMatchObject(full);
  } finally {
    execFileSync('umount', [disk]);
  }
});
