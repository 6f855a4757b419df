import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import config from '../docusaurus.config.ts';
import { allLessons, ledger, lessonNamed } from '../plugins/course.ts';
import { filesBelow, kept, stampOf } from '../plugins/kept.ts';
import { runOf } from '../plugins/runs.ts';

describe('what is read from files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'proving-kept-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read again when a file has changed, come or gone, and not otherwise', () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    writeFileSync(one, '');
    let reads = 0;
    const value = kept(
      () => stampOf([one, two]),
      () => ++reads,
    );
    expect([value.get(), value.get()]).toEqual([1, 1]);
    utimesSync(one, 1, 1);
    expect([value.get(), value.get()]).toEqual([2, 2]);
    writeFileSync(two, '');
    expect(value.get()).toBe(3);
    rmSync(two);
    expect(value.get()).toBe(4);
  });

  it('is not looked for in what is installed', () => {
    for (const path of ['exercise/near-misses', 'node_modules/kafkajs']) mkdirSync(join(folder, path), { recursive: true });
    for (const file of ['exercise/near-misses/a.ts', 'node_modules/kafkajs/b.js', 'theory.md'])
      writeFileSync(join(folder, file), '');
    expect(filesBelow(folder).toSorted()).toEqual([join(folder, 'exercise/near-misses/a.ts'), join(folder, 'theory.md')]);
  });
});

describe('the site', () => {
  it('reads a lesson, its runs and the ledger once, whoever asks', async () => {
    const lesson = await lessonNamed('07-acks-and-durability');
    expect((await allLessons()).find(({ number }) => number === '07')).toBe(lesson);
    expect(runOf(lesson, '01-leader-dies-after-ok')).toBe(runOf(lesson, '01-leader-dies-after-ok'));
    expect(await ledger()).toBe(await ledger());
  });

  it('has its own plugins in one piece: by path, each would be given its own copy of what was read', () => {
    expect(config.plugins?.filter((plugin) => typeof plugin === 'string')).toEqual([]);
  });
});
